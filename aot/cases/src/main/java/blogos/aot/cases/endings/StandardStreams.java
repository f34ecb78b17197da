package blogos.aot.cases.endings;

/** What the print methods of System.out and System.err write. */
public final class StandardStreams {
    private StandardStreams() {}

    public static void main(String[] arguments) {
        System.out.print(true);
        System.out.print('c');
        System.out.print(-5);
        System.out.print(1L << 40);
        System.out.print("text");
        System.out.print((String) null);
        System.out.print((Object) null);
        System.out.print(new char[] {'a', 'b'});
        System.out.println();
        System.out.println(false);
        System.out.println('\u20ac');
        System.out.println(7);
        System.out.println(-1L);
        System.out.println("\u00e4\ud83d\ude00");
        System.out.println((Object) "object");
        System.out.println(new char[] {'x', 'y'});
        System.out.println((String) null);
        System.out.append('a').append("bcd", 1, 3).append(null).append('\n');
        System.out.write('w');
        System.out.write('\n');
        System.out.flush();
        System.err.print("error ");
        System.err.println(12);
        byte[] bytes = {72, 105, 10, 33};
        System.out.write(bytes, 0, 3);
        System.out.println(System.out.checkError());
    }
}
