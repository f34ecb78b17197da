package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import java.util.UUID;

/** java.util.Optional, StringJoiner, StringTokenizer, Random, Comparator, UUID, Base64. */
public final class UtilMisc {
    private UtilMisc() {}

    public static void main(String[] arguments) {
        Cases.run("optional", UtilMisc::optional);
        Cases.run("optionalChains", UtilMisc::optionalChains);
        Cases.run("optionalFailures", UtilMisc::optionalFailures);
        Cases.run("primitiveOptionals", UtilMisc::primitiveOptionals);
        Cases.run("stringJoiner", UtilMisc::stringJoiner);
        Cases.run("stringTokenizer", UtilMisc::stringTokenizer);
        Cases.run("randomInts", UtilMisc::randomInts);
        Cases.run("randomOthers", UtilMisc::randomOthers);
        Cases.run("randomGaussian", UtilMisc::randomGaussian);
        Cases.run("comparators", UtilMisc::comparators);
        Cases.run("uuid", UtilMisc::uuid);
        Cases.run("base64", UtilMisc::base64);
        Cases.run("primitiveIterator", UtilMisc::primitiveIterator);
    }

    static void optional() {
        Optional<String> some = Optional.of("value");
        Optional<String> none = Optional.empty();
        System.out.println(
                some + " " + none + " " + some.get() + " " + some.isPresent() + none.isPresent() + none.isEmpty()
                        + " " + none.orElse("other") + " " + none.orElseGet(() -> "made") + " " + some.orElse("x") + " "
                        + Optional.ofNullable(null).equals(none) + " " + some.equals(Optional.of("value")) + " "
                        + some.hashCode());
        some.ifPresent(System.out::println);
        none.ifPresentOrElse(System.out::println, () -> System.out.println("absent"));
    }

    static void optionalChains() {
        for (String text : new String[] {"12", "x", null}) {
            Optional<Integer> length =
                    Optional.ofNullable(text).filter(t -> t.length() > 1).map(String::length);
            System.out.println(length + " " + length.flatMap(n -> Optional.of(n * 2)) + " "
                    + length.or(() -> Optional.of(-1)).get() + " "
                    + length.stream().count());
        }
    }

    static void optionalFailures() {
        Cases.thrown("get", () -> Optional.empty().get());
        Cases.thrown("orElseThrow", () -> Optional.empty().orElseThrow());
        Cases.thrown("own", () -> Optional.empty().orElseThrow(() -> new NoSuchElementException("own")));
        Cases.thrown("of null", () -> Optional.of(null));
    }

    static void primitiveOptionals() {
        System.out.println(OptionalInt.of(5) + " " + OptionalLong.empty() + " "
                + OptionalDouble.of(0.5).getAsDouble() + " "
                + OptionalInt.empty().orElse(3) + " " + OptionalLong.of(4).equals(OptionalLong.of(4)));
        Cases.thrown("empty", () -> OptionalInt.empty().getAsInt());
    }

    static void stringJoiner() {
        StringJoiner joiner = new StringJoiner(", ", "[", "]");
        joiner.setEmptyValue("nothing");
        System.out.println(joiner + " " + joiner.length());
        joiner.add("a").add("b").add(null);
        StringJoiner other = new StringJoiner("-").add("x").add("y");
        System.out.println(joiner + " " + joiner.merge(other) + " " + other.length());
    }

    static void stringTokenizer() {
        StringTokenizer tokens = new StringTokenizer("the  quick\tbrown\nfox");
        System.out.println(tokens.countTokens());
        while (tokens.hasMoreTokens()) {
            System.out.print(tokens.nextToken() + "|");
        }
        StringTokenizer signs = new StringTokenizer("a+b-c", "+-", true);
        while (signs.hasMoreTokens()) {
            System.out.print(signs.nextToken() + "|");
        }
        System.out.println();
        Cases.thrown("end", signs::nextToken);
    }

    static void randomInts() {
        Random random = new Random(12345);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            text.append(random.nextInt())
                    .append(' ')
                    .append(random.nextInt(100))
                    .append(' ')
                    .append(random.nextInt(64))
                    .append(' ')
                    .append(random.nextInt(5, 9))
                    .append(' ');
        }
        System.out.println(text);
        Cases.thrown("bound", () -> random.nextInt(0));
        random.setSeed(1);
        System.out.println(random.nextInt() == new Random(1).nextInt());
    }

    static void randomOthers() {
        Random random = new Random(-7);
        byte[] bytes = new byte[7];
        random.nextBytes(bytes);
        int sum = 0;
        for (byte b : bytes) {
            sum = sum * 31 + b;
        }
        System.out.println(random.nextLong() + " " + random.nextBoolean() + " " + random.nextDouble() + " "
                + random.nextFloat() + " " + sum + " " + random.nextDouble(2, 3));
    }

    static void randomGaussian() {
        Random random = new Random(99);
        for (int i = 0; i < 5; i++) {
            System.out.println(Math.abs(random.nextGaussian()) < 5);
        }
    }

    private static final class Person {
        final String name;
        final int age;

        Person(String name, int age) {
            this.name = name;
            this.age = age;
        }

        String name() {
            return name;
        }

        int age() {
            return age;
        }
    }

    static void comparators() {
        List<Person> people = new java.util.ArrayList<>(
                List.of(new Person("Bob", 30), new Person("Al", 30), new Person("Cy", 20), new Person("Di", 40)));
        people.sort(Comparator.comparingInt(Person::age).thenComparing(Person::name));
        StringBuilder text = new StringBuilder();
        people.forEach(p -> text.append(p.name()));
        people.sort(Comparator.comparing(Person::name, Comparator.comparing(String::length))
                .reversed()
                .thenComparing(Person::age, Comparator.reverseOrder()));
        people.forEach(p -> text.append(p.name()));
        Comparator<String> nulls = Comparator.nullsFirst(Comparator.naturalOrder());
        System.out.println(text + " " + nulls.compare(null, "a") + nulls.compare("a", null) + nulls.compare("a", "b")
                + Comparator.nullsLast(String::compareTo).compare(null, "x"));
    }

    static void uuid() {
        UUID id = new UUID(0x123456789abcdef0L, 0xfedcba9876543210L);
        System.out.println(id + " " + id.hashCode() + " "
                + UUID.fromString(id.toString()).equals(id) + " " + id.compareTo(new UUID(0, 0)) + " " + id.version());
        Cases.thrown("text", () -> UUID.fromString("nonsense"));
    }

    static void base64() {
        byte[] bytes = {0, 1, 2, (byte) 0xfb, (byte) 0xff, 'x', 'y'};
        String text = Base64.getEncoder().encodeToString(bytes);
        System.out.println(text + " " + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + " "
                + Base64.getDecoder().decode(text).length + " "
                + Base64.getDecoder().decode("SGk=")[1]);
        Cases.thrown("bad", () -> Base64.getDecoder().decode("###"));
    }

    static void primitiveIterator() {
        PrimitiveIterator.OfInt iterator = new PrimitiveIterator.OfInt() {
            private int next = 3;

            @Override
            public int nextInt() {
                return next--;
            }

            @Override
            public boolean hasNext() {
                return next > 0;
            }
        };
        int sum = iterator.next();
        while (iterator.hasNext()) {
            sum = sum * 10 + iterator.nextInt();
        }
        System.out.println(sum);
    }
}
