package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Stack;

/** java.util.ArrayDeque, PriorityQueue and Stack. */
public final class UtilQueues {
    private UtilQueues() {}

    public static void main(String[] arguments) {
        Cases.run("dequeBothEnds", UtilQueues::dequeBothEnds);
        Cases.run("dequeWrapsAround", UtilQueues::dequeWrapsAround);
        Cases.run("dequeIteration", UtilQueues::dequeIteration);
        Cases.run("dequeFailures", UtilQueues::dequeFailures);
        Cases.run("dequeAsStack", UtilQueues::dequeAsStack);
        Cases.run("dequeRemovals", UtilQueues::dequeRemovals);
        Cases.run("priorityOrder", UtilQueues::priorityOrder);
        Cases.run("priorityComparator", UtilQueues::priorityComparator);
        Cases.run("priorityRemove", UtilQueues::priorityRemove);
        Cases.run("priorityMany", UtilQueues::priorityMany);
        Cases.run("stack", UtilQueues::stack);
        Cases.run("breadthFirst", UtilQueues::breadthFirst);
    }

    static void dequeBothEnds() {
        for (Deque<Integer> deque : List.of(new ArrayDeque<Integer>(), new LinkedList<Integer>())) {
            deque.addFirst(2);
            deque.addLast(3);
            deque.offerFirst(1);
            deque.offerLast(4);
            System.out.println(deque + " " + deque.peekFirst() + deque.peekLast() + deque.pollFirst() + deque.pollLast()
                    + deque.getFirst() + deque.getLast() + deque.removeFirst() + deque.removeLast() + deque.pollFirst()
                    + deque.peek() + deque.size());
        }
    }

    static void dequeWrapsAround() {
        Deque<Integer> deque = new ArrayDeque<>(4);
        int sum = 0;
        for (int i = 0; i < 1000; i++) {
            deque.addLast(i);
            if (i % 3 == 0) {
                deque.addFirst(-i);
            }
            if (i % 2 == 0) {
                sum = sum * 31 + deque.pollFirst();
            }
            if (i % 5 == 0) {
                sum = sum * 31 + deque.pollLast();
            }
        }
        System.out.println(sum + " " + deque.size() + " " + deque.peekFirst() + " " + deque.peekLast() + " "
                + new ArrayList<>(deque).hashCode());
    }

    static void dequeIteration() {
        Deque<String> deque = new ArrayDeque<>(List.of("a", "b", "c", "d"));
        Iterator<String> down = deque.descendingIterator();
        StringBuilder text = new StringBuilder();
        while (down.hasNext()) {
            text.append(down.next());
        }
        for (Iterator<String> up = deque.iterator(); up.hasNext(); ) {
            if (up.next().equals("b")) {
                up.remove();
            }
        }
        System.out.println(text + " " + deque + " " + deque.contains("c") + " " + deque.contains("b") + " "
                + deque.toArray().length);
    }

    static void dequeFailures() {
        Deque<String> deque = new ArrayDeque<>();
        Cases.thrown("null", () -> deque.add(null));
        Cases.thrown("remove", deque::remove);
        Cases.thrown("getLast", deque::getLast);
        Cases.thrown("pop", deque::pop);
        Cases.thrown("element", deque::element);
        System.out.println(deque.poll() + " " + deque.peekLast());
        deque.add("x");
        Cases.thrown("modified", () -> {
            for (String s : deque) {
                deque.add(s);
            }
        });
    }

    static void dequeAsStack() {
        Deque<Integer> stack = new ArrayDeque<>();
        for (int i = 0; i < 20; i++) {
            stack.push(i);
        }
        int sum = 0;
        while (!stack.isEmpty()) {
            sum = sum * 3 + stack.pop();
        }
        System.out.println(sum);
    }

    static void dequeRemovals() {
        ArrayDeque<Integer> deque = new ArrayDeque<>(List.of(1, 2, 3, 2, 1, 2));
        System.out.println(deque.removeFirstOccurrence(2) + " " + deque.removeLastOccurrence(2) + " " + deque.remove(9)
                + " " + deque + " " + deque.removeIf(n -> n == 1) + " " + deque + " " + deque.clone());
    }

    static void priorityOrder() {
        PriorityQueue<Integer> queue = new PriorityQueue<>(List.of(5, 1, 4, 1, 3));
        StringBuilder text = new StringBuilder().append(queue.peek()).append(':');
        while (!queue.isEmpty()) {
            text.append(queue.poll()).append(' ');
        }
        System.out.println(text + " " + queue.poll());
    }

    static void priorityComparator() {
        Queue<String> queue =
                new PriorityQueue<>(Comparator.comparing(String::length).reversed());
        queue.addAll(List.of("a", "bbb", "cc", "dddd"));
        System.out.println(queue.remove() + queue.remove() + queue.size() + queue.element());
        Cases.thrown("null", () -> queue.add(null));
    }

    static void priorityRemove() {
        PriorityQueue<Integer> queue = new PriorityQueue<>();
        for (int i = 20; i > 0; i--) {
            queue.add(i * 7 % 20);
        }
        queue.remove(7);
        queue.removeIf(n -> n % 2 == 0);
        System.out.println(queue + " " + queue.contains(9) + " " + queue.size());
    }

    static void priorityMany() {
        PriorityQueue<Long> queue = new PriorityQueue<>();
        long seed = 7;
        for (int i = 0; i < 2000; i++) {
            seed = seed * 6364136223846793005L + 1;
            queue.add(seed >> 40);
        }
        long hash = 0;
        while (!queue.isEmpty()) {
            hash = hash * 31 + queue.poll();
        }
        System.out.println(hash);
    }

    static void stack() {
        Stack<Integer> stack = new Stack<>();
        stack.push(1);
        stack.push(2);
        System.out.println(
                stack.peek() + " " + stack.search(1) + " " + stack.pop() + stack.pop() + " " + stack.empty());
        Cases.thrown("empty", stack::pop);
    }

    static void breadthFirst() {
        int[][] edges = {{1, 2}, {3}, {3, 4}, {5}, {5}, {}};
        int[] distance = {0, -1, -1, -1, -1, -1};
        Queue<Integer> queue = new ArrayDeque<>();
        queue.add(0);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int next : edges[node]) {
                if (distance[next] < 0) {
                    distance[next] = distance[node] + 1;
                    queue.add(next);
                }
            }
        }
        System.out.println(distance[3] + " " + distance[4] + " " + distance[5]);
    }
}
