package blogos.aot.compiler.ir;

import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.MethodInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Interface dispatch tables. A call passes the hash of name and descriptor in {@code r10} and jumps through the slot that the hash's low bits choose. Where two selectors of a class share a slot, the slot holds
 * a stub which compares {@code r10}; a stub touches neither stack nor argument registers, so the unwinder never sees it. Nothing in this depends on which other classes exist.
 */
final class InterfaceTables {
    private InterfaceTables() {}

    /** 32-bit hash of a selector, never 0. */
    static int hash(String selector) {
        int hash = selector.hashCode();
        hash ^= hash >>> 15;
        hash *= 0x2c1b3c6d;
        hash ^= hash >>> 13;
        return hash == 0 ? 1 : hash;
    }

    static int slot(int hash) {
        return hash & ClassLayout.INTERFACE_TABLE_SIZE - 1;
    }

    /** Defines the table of a class in its module; answers the operand for the class structure's field. */
    static String define(ModuleBuilder module, ClassInfo info, RuntimeMethods runtime) {
        Map<Integer, List<MethodInfo>> bySlot = new TreeMap<>();
        Map<Integer, String> selectorOf = new TreeMap<>();
        for (String selector : module.world.interfaceSelectors()) {
            MethodInfo target = implementsSelector(info, selector) ? info.select(selector) : null;
            if (target == null || target.isAbstract() || !module.world.contains(target)) {
                continue;
            }
            String other = selectorOf.put(hash(selector), selector);
            if (other != null) {
                throw new CompileException("the interface methods " + selector + " and " + other + " have the same hash");
            }
            bySlot.computeIfAbsent(slot(hash(selector)), key -> new ArrayList<>()).add(target);
        }
        if (bySlot.isEmpty()) {
            return "null";
        }
        String missing = module.function(runtime.get("Throw.abstractMethod"));
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < ClassLayout.INTERFACE_TABLE_SIZE; i++) {
            List<MethodInfo> targets = bySlot.get(i);
            String entry = missing;
            if (targets != null) {
                entry = targets.size() == 1 ? module.function(targets.get(0)) : conflictStub(module, info, i, targets, runtime);
            }
            entries.append(i == 0 ? "" : ", ").append("ptr ").append(entry);
        }
        String symbol = "interfaces:" + info.binaryName();
        module.define(symbol);
        module.global(Ir.global(symbol) + " = hidden constant [" + ClassLayout.INTERFACE_TABLE_SIZE + " x ptr] [" + entries
                + "], align 8");
        return Ir.global(symbol);
    }

    private static boolean implementsSelector(ClassInfo info, String selector) {
        for (ClassInfo i : info.allInterfaces()) {
            if (i.declared(selector) != null) {
                return true;
            }
        }
        return false;
    }

    private static String conflictStub(
            ModuleBuilder module, ClassInfo info, int slot, List<MethodInfo> targets, RuntimeMethods runtime) {
        String symbol = "conflict:" + info.binaryName() + ":" + slot;
        module.assembly(".section .text");
        module.assembly(".p2align 4");
        module.assembly(".type \"" + symbol + "\",@function");
        module.assembly("\"" + symbol + "\":");
        module.assembly(".cfi_startproc");
        for (MethodInfo target : targets) {
            module.assembly("cmpl $" + hash(target.selector()) + ", %r10d");
            module.assembly("je \"" + target.symbol() + "\"");
        }
        MethodInfo missing = runtime.get("Throw.abstractMethod");
        module.assembly("jmp \"" + missing.symbol() + "\"");
        module.assembly(".cfi_endproc");
        module.assembly(".size \"" + symbol + "\", .-\"" + symbol + "\"");
        return module.function(symbol);
    }
}
