package blogos.aot.compiler.reach;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.MethodInfo;

/**
 * A call as written: the method that the reference resolves to, and the class it was looked up in.
 *
 * @param receiver class named in the instruction, which bounds the receivers of a virtual call
 * @param method what it resolves to
 * @param isVirtual whether the receiver's class selects the method that runs
 */
public record Call(ClassInfo receiver, MethodInfo method, boolean isVirtual) {}
