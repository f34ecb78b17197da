package host.api;

/** A class to extend. */
public abstract class Shape implements Comparable<Shape> {
    private static int made;
    protected final String name;
    protected int scale = 1;

    protected Shape(String name) {
        this.name = name;
        made++;
    }

    /** How many were made. */
    public static int made() {
        return made;
    }

    /** Its area. */
    public abstract double area();

    /** Its name, decorated. */
    public String title() {
        return "<" + name + ">";
    }

    /** Not used by the host. */
    protected String secret() {
        return "host's secret";
    }

    @Override
    public int compareTo(Shape other) {
        return Double.compare(area(), other.area());
    }

    @Override
    public String toString() {
        return title() + " " + area();
    }
}
