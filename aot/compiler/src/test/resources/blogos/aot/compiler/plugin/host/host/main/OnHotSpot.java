package host.main;

import host.api.Service;

/** Runs the exercise on a Java virtual machine, where a plug-in is a class like any other. */
public final class OnHotSpot {
    private OnHotSpot() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        for (String name : arguments) {
            Exercise.run((Service) Class.forName(name).getConstructor().newInstance());
        }
    }
}
