package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** java.util.Random and SplittableRandom with seeds: the same numbers everywhere. */
public final class UtilRandoms {
    private UtilRandoms() {}

    public static void main(String[] arguments) {
        Cases.run("bounds", UtilRandoms::bounds);
        Cases.run("originAndBound", UtilRandoms::originAndBound);
        Cases.run("bytes", UtilRandoms::bytes);
        Cases.run("seedsAgain", UtilRandoms::seedsAgain);
        Cases.run("gaussians", UtilRandoms::gaussians);
        Cases.run("streams", UtilRandoms::streams);
        Cases.run("splittable", UtilRandoms::splittable);
        Cases.run("splitting", UtilRandoms::splitting);
        Cases.run("booleansAndFloats", UtilRandoms::booleansAndFloats);
        Cases.run("unseededDiffer", UtilRandoms::unseededDiffer);
        Cases.run("subclass", UtilRandoms::subclass);
    }

    static void bounds() {
        Random random = new Random(42);
        for (int bound : new int[] {1, 2, 3, 10, 16, 1000, 1 << 30, Integer.MAX_VALUE}) {
            System.out.print(random.nextInt(bound) + " ");
        }
        System.out.println();
        Cases.thrown("zero", () -> random.nextInt(0));
    }

    static void originAndBound() {
        Random random = new Random(43);
        System.out.println(random.nextInt(5, 9) + " " + random.nextInt(-100, 100) + " " + random.nextInt(Integer.MIN_VALUE, Integer.MAX_VALUE)
                + " " + random.nextLong(10) + " " + random.nextLong(-5, 1L << 40) + " " + random.nextDouble(2, 3) + " " + random.nextFloat(0.5f));
    }

    static void bytes() {
        byte[] bytes = new byte[11];
        new Random(7).nextBytes(bytes);
        System.out.println(Arrays.toString(bytes));
        new SplittableRandom(7).nextBytes(bytes);
        System.out.println(Arrays.toString(bytes));
    }

    static void seedsAgain() {
        Random random = new Random(5);
        int first = random.nextInt();
        random.setSeed(5);
        System.out.println(first == random.nextInt());
        System.out.println(new Random(0).nextLong() + " " + new Random(-1).nextLong() + " " + new Random(Long.MIN_VALUE).nextLong());
    }

    static void gaussians() {
        Random random = new Random(99);
        double sum = 0;
        for (int i = 0; i < 100; i++) {
            sum += random.nextGaussian();
        }
        System.out.println(sum + " " + random.nextGaussian(10, 2));
    }

    static void streams() {
        System.out.println(new Random(1).ints(5).boxed().collect(Collectors.toList()));
        System.out.println(new Random(1).ints(5, 0, 100).boxed().collect(Collectors.toList()));
        System.out.println(new Random(1).doubles(3).boxed().collect(Collectors.toList()));
        System.out.println(new Random(1).longs(4, 10, 20).boxed().collect(Collectors.toList()));
        System.out.println(new Random(1).ints().limit(2).sum());
    }

    static void splittable() {
        SplittableRandom random = new SplittableRandom(2024);
        System.out.println(random.nextInt() + " " + random.nextLong() + " " + random.nextInt(6) + " " + random.nextInt(10, 20) + " "
                + random.nextDouble() + " " + random.nextBoolean() + " " + random.nextLong(1000));
    }

    static void splitting() {
        SplittableRandom random = new SplittableRandom(9);
        SplittableRandom other = random.split();
        System.out.println(random.nextInt() + " " + other.nextInt() + " " + other.split().nextLong());
        System.out.println(random.ints(3, 0, 50).boxed().collect(Collectors.toList()));
    }

    static void booleansAndFloats() {
        Random random = new Random(1234);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            text.append(random.nextBoolean() ? '1' : '0');
        }
        System.out.println(text + " " + random.nextFloat() + " " + random.nextDouble());
    }

    static void unseededDiffer() {
        System.out.println(new Random().nextLong() != new Random().nextLong());
        System.out.println(Math.random() < 1.0);
    }

    static void subclass() {
        Random constant = new Random(1) {
            @Override
            protected int next(int bits) {
                return 5;
            }
        };
        System.out.println(constant.nextInt() + " " + constant.nextInt(4) + " " + constant.nextBoolean() + " " + constant.nextLong());
    }
}
