// The smallest program that prints: for start-up time and image size.
public class Hello {
    public static void main(String[] arguments) {
        System.out.println("Hello, world!");
    }
}
