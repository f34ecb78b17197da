package blogos.runner.build;

import blogos.syscalls.DirectoryEntryLayout;
import blogos.syscalls.ExitStatus;
import blogos.syscalls.InitialStack;
import blogos.syscalls.IoError;
import blogos.syscalls.MemoryLayout;
import blogos.syscalls.ProcessLayout;
import blogos.syscalls.Protection;
import blogos.syscalls.SpawnLayout;
import blogos.syscalls.StatLayout;
import blogos.syscalls.SyscallNumber;
import blogos.syscalls.WaitLayout;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;

/** The system call interface as a C header, made from the constants that kernel and programs share. */
public final class CHeader {
    private static final Map<String, Class<?>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("SYS", SyscallNumber.class);
        GROUPS.put("ERROR", IoError.class);
        GROUPS.put("PROTECTION", Protection.class);
        GROUPS.put("STATUS", ExitStatus.class);
        GROUPS.put("STAT", StatLayout.class);
        GROUPS.put("ENTRY", DirectoryEntryLayout.class);
        GROUPS.put("SPAWN", SpawnLayout.class);
        GROUPS.put("WAIT", WaitLayout.class);
        GROUPS.put("PROCESS", ProcessLayout.class);
        GROUPS.put("MEMORY", MemoryLayout.class);
        GROUPS.put("STACK", InitialStack.class);
    }

    private CHeader() {}

    /** The header: a {@code #define} for each public constant, and a function that makes a system call. */
    public static String text() {
        StringBuilder text = new StringBuilder("""
                /* System calls of blog_os, written by ./blog_os header. Records are given as byte offsets. */
                #ifndef BLOGOS_H
                #define BLOGOS_H

                """);
        GROUPS.forEach((prefix, type) -> {
            for (Field field : type.getFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType().isPrimitive()) {
                    text.append("#define BLOGOS_%s_%s %s%n".formatted(prefix, field.getName(), value(field)));
                }
            }
            text.append(System.lineSeparator());
        });
        return text.append("""
                /* A result from -BLOGOS_ERROR_MAX to -1 is the negation of an error code. */
                static inline long blogos_call(long number, long a, long b, long c) {
                    long result;
                    __asm__ volatile("syscall"
                        : "=a"(result)
                        : "a"(number), "D"(a), "S"(b), "d"(c)
                        : "rcx", "r11", "memory");
                    return result;
                }

                #endif
                """).toString();
    }

    private static long value(Field constant) {
        try {
            return ((Number) constant.get(null)).longValue();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
