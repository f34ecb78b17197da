package host.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the host offers to plug-ins. */
public class Host {
    public static int calls;
    public static long wide = 1L << 40;
    public static final Object SHARED = new Object();
    public static final List<Object> EXCHANGE = new ArrayList<>();
    public static final int[] TABLE = {1, 2, 3};
    public static String text = "host's text";
    public final List<Object> kept = new ArrayList<>();
    protected int level = 3;
    public double ratio = 0.5;

    static {
        calls = 100;
    }

    /** Prints a line. */
    public void say(String line) {
        calls++;
        System.out.println(line);
    }

    /** Runs a piece of the plug-in. */
    public void run(Runnable piece) {
        piece.run();
    }

    /** Runs what may fail, and says how it did. */
    public void attempt(Task task) {
        try {
            task.run();
            say("done");
        } catch (HostException e) {
            say("host exception " + e.code + ": " + e.getMessage());
        } catch (RuntimeException e) {
            say("runtime exception " + e);
        } catch (Exception e) {
            say("exception " + e.getClass().getName() + ": " + e.getMessage());
        } finally {
            say("attempted");
        }
    }

    /** Throws what the plug-in catches. */
    public static void fail(int code) throws HostException {
        throw new HostException(code);
    }

    /** The largest by a comparator. */
    public <T> T largest(List<T> all, Comparator<? super T> order) {
        T best = null;
        for (T each : all) {
            if (best == null || order.compare(each, best) > 0) {
                best = each;
            }
        }
        return best;
    }

    /** Areas of shapes. */
    public static double area(Shape... shapes) {
        double sum = 0;
        for (Shape shape : shapes) {
            sum += shape.area();
        }
        return sum;
    }

    /** A lambda of the host. */
    public static Runnable counter(int[] cell) {
        return () -> cell[0]++;
    }

    /** What may throw anything. */
    public interface Task {
        void run() throws Exception;
    }
}
