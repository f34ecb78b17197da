package blogos.dwarf;

import blogos.dwarf.TraceMethod.CallSite;
import java.util.ArrayList;
import java.util.List;

/**
 * A frame in a function's tree of inlined calls: what all instructions have in common that trace to the same methods
 * and call lines. The root is the function itself.
 */
final class TraceNode {
    /** Null for the root. */
    final TraceNode parent;

    final TraceMethod method;

    /** Where it was inlined; null for the root. */
    final CallSite site;

    /** The root has 0. */
    final int depth;

    private final List<TraceNode> children = new ArrayList<>(0);
    private boolean used;

    /** The root for a method. */
    TraceNode(TraceMethod method) {
        this.parent = null;
        this.method = method;
        this.site = null;
        this.depth = 0;
    }

    private TraceNode(TraceNode parent, CallSite site) {
        this.parent = parent;
        this.method = site.callee;
        this.site = site;
        this.depth = parent.depth + 1;
    }

    /** The child for a method called in a line: copies of one method inlined into one line are not told apart. */
    TraceNode child(TraceMethod callee, int line) {
        CallSite childSite = method.site(callee, line);
        for (TraceNode child : children) {
            if (child.site == childSite) {
                return child;
            }
        }
        TraceNode child = new TraceNode(this, childSite);
        children.add(child);
        return child;
    }

    /** Records that this node has code. */
    void use() {
        for (TraceNode node = this; !node.used; node = node.parent) {
            node.used = true;
            if (node.parent == null) {
                node.method.uses++;
                return;
            }
            node.site.use();
        }
    }

    /** The deepest node that both this node and another of the tree are, or are below. */
    TraceNode commonAncestor(TraceNode other) {
        TraceNode a = this;
        TraceNode b = other;
        while (a != b) {
            if (a.depth >= b.depth) {
                a = a.parent;
            } else {
                b = b.parent;
            }
        }
        return a;
    }
}
