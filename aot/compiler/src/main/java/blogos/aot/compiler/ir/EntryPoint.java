package blogos.aot.compiler.ir;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.MethodInfo;

/**
 * Where the program starts.
 *
 * @param mainClass the class that is named as main class, initialised first
 * @param method its {@code main} method, perhaps inherited
 */
public record EntryPoint(ClassInfo mainClass, MethodInfo method) {}
