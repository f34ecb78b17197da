package blogos.dwarf;

/**
 * What a function is called, however many copies of it there are.
 *
 * @param name the source name ({@code DW_AT_name}), or null
 * @param linkageName the symbol ({@code DW_AT_linkage_name}), or null
 * @param file path of the source file as the line table has it, or null
 */
public record Subprogram(String name, String linkageName, String file) {}
