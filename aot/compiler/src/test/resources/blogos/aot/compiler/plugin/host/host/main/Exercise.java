package host.main;

import host.api.Host;
import host.api.HostException;
import host.api.Level;
import host.api.Service;
import host.api.Shape;
import host.api.Square;
import java.util.Collections;
import java.util.List;

/** What the host does with every service, loaded or not. */
public final class Exercise {
    private Exercise() {}

    /** Prints what happens. */
    public static void run(Service service) {
        Host host = new Host();
        System.out.println(service.name() + ", " + service.describe() + ", " + service.number());
        try {
            service.work(host);
        } catch (HostException e) {
            System.out.println("caught " + e.code + " " + e);
        } catch (Exception e) {
            System.out.println("caught " + e);
        }
        System.out.println(Host.calls + " " + host.kept.size() + " " + Shape.made() + " " + Level.HIGH.next());
        for (Object kept : host.kept) {
            if (kept instanceof List<?> list) {
                System.out.println(list.size() + " " + list.get(0) + " " + list.contains("x") + " " + list);
            } else if (kept instanceof Runnable runnable) {
                runnable.run();
            } else if (kept instanceof Shape[] shapes) {
                store(shapes);
            }
        }
    }

    private static void store(Shape[] shapes) {
        try {
            shapes[0] = new Square(2);
            System.out.println("stored " + shapes[0]);
        } catch (ArrayStoreException e) {
            System.out.println("not stored: " + e.getMessage());
        }
        System.out.println(Collections.max(List.of(shapes)).title());
    }
}
