package plug;

import host.api.Host;
import host.api.Service;
import host.api.Shape;
import host.api.Square;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Classes that extend and implement the host's and the library's. */
final class Classes implements Service {
    static class Circle extends Shape {
        final double radius;

        Circle(double radius) {
            super("circle");
            this.radius = radius;
            scale = 2;
        }

        @Override
        public double area() {
            return 3 * radius * radius * scale;
        }

        @Override
        public String title() {
            return super.title() + "o";
        }

        @Override
        protected String secret() {
            return "plug-in's " + super.secret();
        }
    }

    static final class Big extends Square {
        Big() {
            super(100);
        }

        @Override
        public int compareTo(Shape other) {
            return -super.compareTo(other);
        }
    }

    static final class Loud extends ArrayList<String> {
        private static final long serialVersionUID = 1;
        int added;

        @Override
        public boolean add(String e) {
            added++;
            return super.add(e.toUpperCase());
        }

        @Override
        public String get(int index) {
            return super.get(index) + "?";
        }
    }

    final class Inner implements Runnable {
        @Override
        public void run() {
            System.out.println("inner of " + name());
        }
    }

    static final class MyHost extends Host {
        @Override
        public void say(String line) {
            super.say("[" + level++ + "] " + line);
        }
    }

    @Override
    public String name() {
        return "classes";
    }

    @Override
    public void work(Host host) {
        Shape circle = new Circle(2);
        Shape square = new Square(3);
        Shape big = new Big();
        host.say(circle + " " + square + " " + big + " " + Host.area(circle, square, big) + " " + Shape.made());
        host.say(circle.compareTo(square) + " " + big.compareTo(square) + " " + ((Circle) circle).secret());
        Shape[] all = {circle, square, big};
        Arrays.sort(all);
        host.say(Arrays.toString(all));
        host.say(host.largest(List.of(circle, square), new Comparator<Shape>() {
            @Override
            public int compare(Shape a, Shape b) {
                return b.title().compareTo(a.title());
            }
        }).title());
        Loud loud = new Loud();
        loud.add("x");
        loud.addAll(List.of("y", "z"));
        host.say(loud.added + " " + loud.get(1) + " " + loud + " " + loud.size());
        host.kept.add(loud);
        host.kept.add(new Inner());
        host.kept.add(new Circle[] {new Circle(1)});
        host.kept.add(new Shape[] {circle});
        Host mine = new MyHost();
        mine.say("one");
        mine.attempt(() -> mine.say("two"));
        tests(host, circle, square);
    }

    private static void tests(Host host, Object circle, Object square) {
        host.say((circle instanceof Shape) + " " + (square instanceof Circle) + " " + (circle instanceof Comparable<?>) + " "
                + (new Shape[0] instanceof Object[]) + " " + ((Object) new Circle[0] instanceof Shape[]) + " "
                + ((Object) new Shape[0] instanceof Circle[]));
        try {
            host.say(((Circle) square).toString());
        } catch (ClassCastException e) {
            host.say("no circle: " + e.getMessage().substring(0, 16));
        }
        host.say(Circle.class.getName() + " " + Circle.class.getSuperclass().getSimpleName() + " " + (circle.getClass() == Circle.class)
                + " " + (square.getClass() == Square.class) + " " + Shape.class.isInstance(circle) + " " + Circle[][].class.getName());
        Object[] copy = Arrays.copyOf(new Circle[] {(Circle) circle}, 2);
        host.say(copy.getClass().getSimpleName() + copy.length + copy[1]);
    }
}
