package blogos.aot.compiler.reach;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.HostInterface;
import blogos.aot.compiler.model.MethodInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an image contains: the result of {@link Reachability}. */
public final class World {
    final Set<MethodInfo> methods = new LinkedHashSet<>();
    final Set<ClassInfo> classes = new LinkedHashSet<>();
    final Set<ClassInfo> instantiated = new LinkedHashSet<>();
    final Set<String> arrays = new LinkedHashSet<>();
    final StaticData staticData = new StaticData();
    final Map<ClassInfo, List<ClassInfo>> instantiatedSubtypes = new HashMap<>();
    final Map<MethodInfo, Set<Call>> calls = new LinkedHashMap<>();
    final Map<MethodInfo, MethodInfo> reachedFrom = new HashMap<>();

    private final Map<Call, Set<MethodInfo>> targets = new HashMap<>();
    private final Map<ClassInfo, List<MethodInfo>> vtables = new HashMap<>();
    private OpenWorld open = OpenWorld.CLOSED;
    private HostInterface host = HostInterface.NONE;
    private Set<MethodInfo> dispatched;
    private Set<String> interfaceSelectors;

    World() {}

    /** Methods that may run. */
    public Collection<MethodInfo> methods() {
        return methods;
    }

    /** Whether a method may run. */
    public boolean contains(MethodInfo method) {
        return methods.contains(method);
    }

    /** Classes that need a class structure. */
    public Collection<ClassInfo> classes() {
        return classes;
    }

    /** Whether instances of exactly this class may exist. */
    public boolean isInstantiated(ClassInfo info) {
        return instantiated.contains(info);
    }

    /** Descriptors of the array classes of the image. */
    public Set<String> arrays() {
        return arrays;
    }

    /** What class initialisers made at compile time. */
    public StaticData staticData() {
        return staticData;
    }

    /** The calls in a method. */
    public Collection<Call> calls(MethodInfo method) {
        return calls.getOrDefault(method, Set.of());
    }

    /** The method whose call or mention first made this one reachable, or null for a root. */
    public MethodInfo reachedFrom(MethodInfo method) {
        return reachedFrom.get(method);
    }

    /** Methods that a call may run. */
    public Set<MethodInfo> targets(Call call) {
        if (!call.isVirtual()) {
            return Set.of(call.method());
        }
        return targets.computeIfAbsent(call, this::computeTargets);
    }

    private Set<MethodInfo> computeTargets(Call call) {
        Set<MethodInfo> found = new LinkedHashSet<>();
        for (ClassInfo receiver : instantiatedSubtypes.getOrDefault(call.receiver(), List.of())) {
            MethodInfo selected = receiver.select(call.method().selector());
            if (selected != null) {
                found.add(selected);
            }
        }
        return found;
    }

    void open(OpenWorld open) {
        this.open = open;
    }

    /** What code that is loaded later may use. */
    public OpenWorld open() {
        return open;
    }

    void against(HostInterface host) {
        this.host = host;
    }

    /** What this image is compiled against. */
    public HostInterface host() {
        return host;
    }

    /** Whether this is no image of its own but a plug-in. */
    public boolean isPlugin() {
        return host != HostInterface.NONE;
    }

    /** Whether the target of a virtual call is looked up by {@code LateCalls}: a method of the host without a place in its tables. */
    public boolean isLate(Call call) {
        MethodInfo method = call.method();
        return call.isVirtual() && host.holds(method.owner())
                && (method.owner().isInterface() ? !host.selectors().contains(method.selector()) : slot(method) < 0);
    }

    /** Calls for {@link #isLate}: the methods called. */
    public Set<MethodInfo> lateMethods() {
        Set<MethodInfo> late = new LinkedHashSet<>();
        for (Set<Call> all : calls.values()) {
            for (Call call : all) {
                if (isLate(call) && onlyTarget(call) == null) {
                    late.add(call.method());
                }
            }
        }
        return late;
    }

    /** Whether code that is loaded later may add targets to a call: then it stays virtual. */
    public boolean isOpen(Call call) {
        return call.isVirtual() && !call.method().isFinal() && open.isExtendable(call.receiver());
    }

    /** The only method a virtual call can run, now and later, or null if there are several or none. */
    public MethodInfo onlyTarget(Call call) {
        if (isOpen(call)) {
            return null;
        }
        Set<MethodInfo> all = targets(call);
        MethodInfo only = all.size() == 1 ? all.iterator().next() : null;
        return only == null || only.isAbstract() ? null : only;
    }

    /** Methods that need a vtable slot or, declared in an interface, a place in interface tables. */
    private Set<MethodInfo> dispatched() {
        if (dispatched == null) {
            dispatched = new HashSet<>();
            for (ClassInfo info : classes) {
                info.methods().stream().filter(open::isFrozen).forEach(dispatched::add);
            }
            for (Set<Call> all : calls.values()) {
                for (Call call : all) {
                    if (call.isVirtual() && !host.holds(call.method().owner()) && onlyTarget(call) == null && (isOpen(call) || !targets(call).isEmpty())) {
                        dispatched.add(call.method());
                    }
                }
            }
        }
        return dispatched;
    }

    /** Selectors that interface calls dispatch on. */
    public Set<String> interfaceSelectors() {
        if (interfaceSelectors == null) {
            interfaceSelectors = new LinkedHashSet<>(host.selectors());
            for (MethodInfo method : dispatched()) {
                if (method.owner().isInterface()) {
                    interfaceSelectors.add(method.selector());
                }
            }
        }
        return interfaceSelectors;
    }

    /** The methods, as declared, that a class's vtable slots stand for. */
    public List<MethodInfo> vtable(ClassInfo info) {
        List<MethodInfo> known = vtables.get(info);
        if (known != null) {
            return known;
        }
        List<MethodInfo> slots = info.superClass() == null ? new ArrayList<>() : new ArrayList<>(vtable(info.superClass()));
        if (host.holds(info)) {
            host.slots(info).forEach(selector -> slots.add(info.declared(selector)));
        } else if (!info.isInterface()) {
            for (MethodInfo method : info.methods()) {
                if (method.isVirtual() && dispatched().contains(method) && slotIn(slots, method.selector()) < 0) {
                    slots.add(method);
                }
            }
        }
        vtables.put(info, slots);
        return slots;
    }

    /** Index of the vtable slot of a method that is called virtually. */
    public int slot(MethodInfo method) {
        return slotIn(vtable(method.owner()), method.selector());
    }

    private static int slotIn(List<MethodInfo> slots, String selector) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).selector().equals(selector)) {
                return i;
            }
        }
        return -1;
    }
}
