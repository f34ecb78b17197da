package blogos.kernel.multitask;

import blogos.aot.api.NoPoll;

/**
 * A search tree of entities by deadline, in which every node also knows the earliest virtual start in its subtree. So
 * the earliest deadline among those that have started is found on one way down.
 *
 * <p>It is a treap (Seidel and Aragon, 1996): a heap by random rank as well, which keeps the expected depth logarithmic
 * whatever comes. The nodes are the entities themselves: nothing is allocated. Virtual times wrap around, so only their
 * differences are compared.
 */
@NoPoll
final class DeadlineTree {
    private SchedulingEntity root;
    private int seed = 1;

    boolean isEmpty() {
        return root == null;
    }

    /** Inserts an entity, behind those of the same deadline. */
    void insert(SchedulingEntity entity) {
        entity.left = null;
        entity.right = null;
        entity.rank = nextRank();
        SchedulingEntity above = null;
        boolean isLeft = false;
        for (SchedulingEntity at = root; at != null; at = isLeft ? at.left : at.right) {
            above = at;
            isLeft = entity.deadline - at.deadline < 0;
        }
        entity.parent = above;
        if (above == null) {
            root = entity;
        } else if (isLeft) {
            above.left = entity;
        } else {
            above.right = entity;
        }
        updateUpwards(entity);
        while (entity.parent != null && entity.rank > entity.parent.rank) {
            rotateUp(entity);
        }
    }

    /** Removes an entity that is in the tree. */
    void remove(SchedulingEntity entity) {
        while (entity.left != null || entity.right != null) {
            boolean takeLeft = entity.right == null || entity.left != null && entity.left.rank > entity.right.rank;
            rotateUp(takeLeft ? entity.left : entity.right);
        }
        SchedulingEntity above = entity.parent;
        replaceChild(above, entity, null);
        entity.parent = null;
        updateUpwards(above);
    }

    /** The entity with the earliest deadline among those with a vruntime up to {@code latest}; null if there is none. */
    SchedulingEntity firstStartedBy(long latest) {
        SchedulingEntity at = root;
        while (at != null) {
            if (at.left != null && at.left.earliest - latest <= 0) {
                at = at.left;
            } else if (at.vruntime - latest <= 0) {
                return at;
            } else {
                at = at.right;
            }
        }
        return null;
    }

    /** An entity with the least vruntime; null if there is none. */
    SchedulingEntity earliestStart() {
        SchedulingEntity at = root;
        while (at != null && at.vruntime != at.earliest) {
            at = at.left != null && at.left.earliest == at.earliest ? at.left : at.right;
        }
        return at;
    }

    private void rotateUp(SchedulingEntity child) {
        SchedulingEntity old = child.parent;
        replaceChild(old.parent, old, child);
        child.parent = old.parent;
        SchedulingEntity moved;
        if (old.left == child) {
            moved = child.right;
            old.left = moved;
            child.right = old;
        } else {
            moved = child.left;
            old.right = moved;
            child.left = old;
        }
        if (moved != null) {
            moved.parent = old;
        }
        old.parent = child;
        update(old);
        update(child);
    }

    private void replaceChild(SchedulingEntity above, SchedulingEntity old, SchedulingEntity child) {
        if (above == null) {
            root = child;
        } else if (above.left == old) {
            above.left = child;
        } else {
            above.right = child;
        }
    }

    private static void updateUpwards(SchedulingEntity from) {
        for (SchedulingEntity at = from; at != null; at = at.parent) {
            update(at);
        }
    }

    private static void update(SchedulingEntity node) {
        long earliest = node.vruntime;
        if (node.left != null && node.left.earliest - earliest < 0) {
            earliest = node.left.earliest;
        }
        if (node.right != null && node.right.earliest - earliest < 0) {
            earliest = node.right.earliest;
        }
        node.earliest = earliest;
    }

    /** Xorshift (Marsaglia 2003): ranks need to be scattered, not secret. */
    private int nextRank() {
        seed ^= seed << 13;
        seed ^= seed >>> 17;
        seed ^= seed << 5;
        return seed;
    }
}
