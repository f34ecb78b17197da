package host.api;

/** A shape of the host. */
public class Square extends Shape {
    private final double side;

    /** With a side. */
    public Square(double side) {
        super("square");
        this.side = side;
    }

    @Override
    public double area() {
        return side * side * scale;
    }
}
