package blogos.aot.compiler.proof;

import blogos.aot.compiler.model.MethodInfo;
import blogos.aot.compiler.proof.CallGraph.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the methods that may call themselves, directly or through others: Tarjan's strongly connected components. */
final class Recursion {
    private final CallGraph graph;
    private final Map<MethodInfo, Node> nodes = new HashMap<>();
    private final Deque<Node> component = new ArrayDeque<>();
    private final Set<MethodInfo> recursive = new HashSet<>();

    Recursion(CallGraph graph, Collection<MethodInfo> methods) {
        this.graph = graph;
        for (MethodInfo method : methods) {
            if (!nodes.containsKey(method)) {
                search(method);
            }
        }
    }

    /** Whether a method may be running already when it is called. */
    boolean contains(MethodInfo method) {
        return recursive.contains(method);
    }

    /** A method in the search. */
    private final class Node {
        final MethodInfo method;
        final int number = nodes.size();
        final Iterator<MethodInfo> callees;
        int lowest = number;
        boolean isOpen = true;

        Node(MethodInfo method) {
            this.method = method;
            List<MethodInfo> all = new ArrayList<>();
            for (Site site : graph.sites(method)) {
                all.addAll(site.targets());
            }
            if (all.contains(method)) {
                recursive.add(method);
            }
            callees = all.iterator();
        }
    }

    /** Depth-first without recursion of its own: call chains of programs are long. */
    private void search(MethodInfo start) {
        Deque<Node> path = new ArrayDeque<>();
        enter(start, path);
        while (!path.isEmpty()) {
            Node node = path.peek();
            if (node.callees.hasNext()) {
                MethodInfo callee = node.callees.next();
                Node known = nodes.get(callee);
                if (known == null) {
                    enter(callee, path);
                } else if (known.isOpen) {
                    node.lowest = Math.min(node.lowest, known.number);
                }
            } else {
                path.pop();
                if (!path.isEmpty()) {
                    path.peek().lowest = Math.min(path.peek().lowest, node.lowest);
                }
                if (node.lowest == node.number) {
                    close(node);
                }
            }
        }
    }

    private void enter(MethodInfo method, Deque<Node> path) {
        Node node = new Node(method);
        nodes.put(method, node);
        path.push(node);
        component.push(node);
    }

    private void close(Node first) {
        boolean isCycle = component.peek() != first;
        Node node;
        do {
            node = component.pop();
            node.isOpen = false;
            if (isCycle) {
                recursive.add(node.method);
            }
        } while (node != first);
    }
}
