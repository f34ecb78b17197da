package blogos.aot.compiler.plugin;

import blogos.aot.compiler.Target;
import blogos.aot.compiler.desugar.ConcatExpansion;
import blogos.aot.compiler.desugar.LambdaExpansion;
import blogos.aot.compiler.desugar.RecordExpansion;
import blogos.aot.compiler.initialize.HeapObject;
import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.FieldInfo;
import blogos.aot.compiler.model.HostInterface;
import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.reach.OpenWorld;
import blogos.aot.compiler.reach.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;

/** Describes an image to those who compile plug-ins for it. Independent of the profile, and sorted. */
public final class InterfaceBuilder {
    private final ClassPool pool;
    private final World world;
    private final OpenWorld open;
    private final HostInterface result;

    private InterfaceBuilder(ClassPool pool, World world, Target target) {
        this.pool = pool;
        this.world = world;
        this.open = world.open();
        this.result = new HostInterface(target.id(), Runtime.version().toString());
    }

    /** The interface of an image. */
    public static HostInterface build(ClassPool pool, World world, Target target) {
        return new InterfaceBuilder(pool, world, target).build();
    }

    private HostInterface build() {
        List<ClassInfo> classes = new ArrayList<>(world.classes());
        classes.sort(Comparator.comparing(ClassInfo::name));
        List<String> objects = new ArrayList<>();
        for (ClassInfo info : classes) {
            if (info.isWord() || info.name().contains(LambdaExpansion.CLASS_MARK)) {
                continue;
            }
            if (open.isVisible(info)) {
                result.add(describe(info));
                world.staticData().objects(info).stream().map(HeapObject::symbol).sorted().forEach(objects::add);
            } else {
                result.addClosed(info.name());
            }
        }
        world.arrays().stream().sorted().filter(this::isVisible).forEach(result::addArray);
        world.interfaceSelectors().stream().sorted().forEach(result::addSelector);
        objects.forEach(result::addObject);
        return result;
    }

    private boolean isVisible(String array) {
        Type element = Type.getType(array).getElementType();
        ClassInfo info = element.getSort() == Type.OBJECT ? pool.find(element.getInternalName()) : null;
        return element.getSort() != Type.OBJECT || info != null && result.holds(info);
    }

    private HostInterface.HeldClass describe(ClassInfo info) {
        boolean isLibrary = OpenWorld.isLibrary(info);
        Set<String> statics = new LinkedHashSet<>();
        for (FieldInfo field : info.fields()) {
            if (field.isStatic() && (isLibrary ? hasValue(field) : field.isExposed())) {
                statics.add(HostInterface.key(field));
            }
        }
        Map<String, String> methods = new LinkedHashMap<>();
        for (MethodInfo method : info.methods()) {
            if (world.contains(method) && (isLibrary || method.isExposed()) && isLinkable(method)) {
                methods.put(method.selector(), method.symbol());
            }
        }
        List<MethodInfo> inherited = info.superClass() == null || info.isInterface() ? List.of() : world.vtable(info.superClass());
        List<MethodInfo> slots = info.isInterface() ? List.of() : world.vtable(info);
        return new HostInterface.HeldClass(
                info.name(),
                world.staticData().runsInImage(info),
                info.superClass() == null ? null : info.superClass().name(),
                info.interfaces().stream().map(ClassInfo::name).toList(),
                info.instanceSize(),
                HostInterface.layout(info),
                statics,
                slots.subList(inherited.size(), slots.size()).stream().map(MethodInfo::selector).toList(),
                methods);
    }

    /** Whether a field of the image holds what its class's initialiser gave it. */
    private boolean hasValue(FieldInfo field) {
        return world.staticData().runsInImage(field.owner()) || field.constantValue() != null || world.staticData().isRead(field);
    }

    /** Whether there is a function of a method, whose name is the same in every compilation. */
    private static boolean isLinkable(MethodInfo method) {
        Map<String, Object> asm = method.annotation("Asm");
        boolean isInline = asm != null && !Boolean.TRUE.equals(asm.get("naked"))
                || method.annotation("Intrinsic") != null
                || method.annotation("Symbol") != null
                || method.annotation("CallPointer") != null;
        return !isInline && !method.isAbstract() && !method.name().startsWith(ConcatExpansion.METHOD_MARK)
                && !method.name().startsWith(RecordExpansion.METHOD_MARK);
    }
}
