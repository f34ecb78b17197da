package blogos.programs;

import java.util.ArrayList;
import java.util.List;

/** {@code /bin/test_prog}: prints, computes and allocates. */
public final class TestProg {
    private static final class Box {
        final int value;

        Box(int value) {
            this.value = value;
        }
    }

    private TestProg() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            numbers.add(i);
        }
        int sum = 1;
        for (int number : numbers) {
            sum += number;
        }
        System.out.println("Hello World! " + sum);
        System.out.println("Alloc box: " + new Box(sum / 3).value);
    }
}
