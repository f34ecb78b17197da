package blogos.aot.compiler.ir;

/** Access to the thread-local block. */
final class Tls {
    private Tls() {}

    /** A typed pointer operand to an offset in the block. */
    static String pointer(ModuleBuilder module, int offset) {
        int space = module.target.tlsAddressSpace();
        if (space == 0) {
            String block = module.external(Symbols.TLS_BLOCK);
            return "ptr getelementptr (i8, ptr " + block + ", i64 " + offset + ")";
        }
        return "ptr addrspace(" + space + ") inttoptr (i64 " + offset + " to ptr addrspace(" + space + "))";
    }
}
