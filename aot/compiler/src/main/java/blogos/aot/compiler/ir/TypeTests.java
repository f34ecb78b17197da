package blogos.aot.compiler.ir;

import blogos.aot.compiler.model.ClassInfo;
import org.objectweb.asm.Type;

/** Emits instanceof and checkcast. */
final class TypeTests {
    private final MethodContext c;

    TypeTests(MethodContext context) {
        this.c = context;
    }

    /** Whether a static type makes a test superfluous. */
    boolean isStatically(Value value, String target) {
        if (target.equals("java/lang/Object")) {
            return true;
        }
        if (value.className == null || value.className.startsWith("[") || target.startsWith("[")) {
            return target.equals(value.className);
        }
        ClassInfo from = c.pool.find(value.className);
        ClassInfo to = c.pool.find(target);
        return from != null && to != null && !from.isInterface() && from.isSubtypeOf(to);
    }

    /** Class structure of a class by internal name, or of an array by descriptor. */
    String structure(String name) {
        return c.module.classStructure(name);
    }

    /** Tests a non-null object against a class; answers an i1. */
    String isInstance(String object, String target) {
        ClassInfo info = target.startsWith("[") ? null : c.pool.find(target);
        if (info == null || info.isInterface() || info.depth() >= ClassLayout.DISPLAY_SIZE) {
            String result = c.code.call(c.runtime.get("TypeCheck.isInstance"), "ptr " + object + ", ptr " + structure(target));
            return c.code.value("icmp ne i32 " + result + ", 0");
        }
        String actual = c.classOf(object);
        if (!info.isFinal()) {
            String entry = c.at(actual, c.module.layout().displayOffset(info.depth()));
            String pointer = c.code.value("load i32, ptr " + entry + ", align 4, !invariant.load !" + c.module.debug.node("!{}"));
            actual = c.decodeClassPointer(pointer);
        }
        return c.code.value("icmp eq ptr " + actual + ", " + structure(target));
    }

    /** The instanceof instruction: 0 for null. */
    void instanceOf(String target) {
        Value value = c.state.pop();
        c.checkWord(value, Type.getObjectType("java/lang/Object"));
        if (c.module.cuts.isAbsent(target)) {
            c.state.push(Value.ofInt("0"));
            return;
        }
        String slot = c.code.slot("instanceof", "i1");
        String test = c.code.block();
        String join = c.code.block();
        c.code.emit("store i1 false, ptr " + slot);
        c.code.branch(c.code.value("icmp eq ptr " + value.operand + ", null"), join, test);
        c.code.begin(test);
        c.code.emit("store i1 " + isInstance(value.operand, target) + ", ptr " + slot);
        c.code.branch(join);
        c.code.begin(join);
        String result = c.code.value("load i1, ptr " + slot);
        c.state.push(Value.ofInt(c.code.value("zext i1 " + result + " to i32")));
    }

    /** The checkcast instruction. */
    void checkCast(String target) {
        Value value = c.state.pop();
        c.checkWord(value, Type.getObjectType(target));
        if (value.isWord()) {
            c.state.push(value);
            return;
        }
        if (value.kind != Value.Kind.NULL && !isStatically(value, target)) {
            if (c.module.cuts.isAbsent(target)) {
                refuseUnlessNull(value, target);
            } else {
                check(value, target);
            }
        }
        c.state.push(Value.ofReference(target, value.operand));
    }

    private void check(Value value, String target) {
        String test = c.code.block();
        String ok = c.code.block();
        c.code.branch(c.code.value("icmp eq ptr " + value.operand + ", null"), ok, test);
        c.code.begin(test);
        String passes = isInstance(value.operand, target);
        String failing = c.code.throwingBlock(
                c.runtime.get("Throw.classCast"), "ptr " + value.operand + ", ptr " + structure(target));
        c.code.branchLikely(passes, ok, failing);
        c.code.begin(ok);
    }

    private void refuseUnlessNull(Value value, String target) {
        String refused = c.code.block();
        String ok = c.code.block();
        c.code.branch(c.code.value("icmp eq ptr " + value.operand + ", null"), ok, refused);
        c.code.begin(refused);
        c.refuse(MethodContext.binaryName(target));
        c.code.branch(ok);
        c.code.begin(ok);
    }
}
