package org.tournee.reachability;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tournee.reachability.Loaded.Kind;

/** Notes what is asked for by its name. Its {@link Noted} methods are called by classes that {@link Rewriting} changed. */
public final class Recorder {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Set<Loaded> SEEN = new ConcurrentSkipListSet<>();

    private Recorder() {}

    static Collection<Loaded> seen() {
        return new TreeSet<>(SEEN);
    }

    static void resource(String name) {
        note(Kind.RESOURCE, name, "");
    }

    private static void note(Kind kind, String name, String member) {
        SEEN.add(new Loaded(kind, name, member, caller().getName()));
    }

    /** The first that is no part of the JDK or of the recording. */
    private static Class<?> caller() {
        return STACK.walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                .filter(type -> type.getClassLoader() instanceof RecordingLoader
                        || type.getName().startsWith("javafx.")
                        || type.getName().startsWith("com.sun.javafx."))
                .findFirst()
                .orElse(Object.class));
    }

    private static void type(String name, ClassLoader loader) {
        try {
            note(Kind.TYPE, Class.forName(name, false, loader).getName(), "");
        } catch (ClassNotFoundException | LinkageError e) {
            // not there on a phone either: the one who asks lives with that
        }
    }

    private static void field(Class<?> type, String name) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (Stream.of(at.getDeclaredFields()).map(Field::getName).anyMatch(name::equals)) {
                note(Kind.FIELD, at.getName(), name);
                return;
            }
        }
    }

    private static void method(Class<?> type, String name, Class<?>... parameters) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (Stream.of(at.getDeclaredMethods())
                    .anyMatch(method ->
                            method.getName().equals(name) && Arrays.equals(method.getParameterTypes(), parameters))) {
                note(Kind.METHOD, at.getName(), signature(name, parameters));
                return;
            }
        }
    }

    private static void constructor(Class<?> type, Class<?>... parameters) {
        if (Stream.of(type.getDeclaredConstructors())
                .anyMatch(constructor -> Arrays.equals(constructor.getParameterTypes(), parameters))) {
            note(Kind.METHOD, type.getName(), signature("<init>", parameters));
        }
    }

    private static String signature(String name, Class<?>... parameters) {
        return Stream.of(parameters).map(Class::getTypeName).collect(Collectors.joining(",", name + "(", ")"));
    }

    private static void providers(Class<?> service, ClassLoader loader) {
        ServiceLoader.load(service, loader).stream().forEach(provider -> constructor(provider.type()));
    }

    @Noted(Class.class)
    public static void forName(String name) {
        type(name, caller().getClassLoader());
    }

    @Noted(Class.class)
    public static void forName(String name, boolean initialize, ClassLoader loader) {
        type(name, loader);
    }

    @Noted(ClassLoader.class)
    public static void loadClass(ClassLoader loader, String name) {
        type(name, loader);
    }

    @Noted(Class.class)
    public static void newInstance(Class<?> type) {
        constructor(type);
    }

    @Noted(Class.class)
    public static void getField(Class<?> type, String name) {
        field(type, name);
    }

    @Noted(Class.class)
    public static void getDeclaredField(Class<?> type, String name) {
        field(type, name);
    }

    @Noted(Class.class)
    public static void getMethod(Class<?> type, String name, Class<?>... parameters) {
        method(type, name, parameters);
    }

    @Noted(Class.class)
    public static void getDeclaredMethod(Class<?> type, String name, Class<?>... parameters) {
        method(type, name, parameters);
    }

    @Noted(Class.class)
    public static void getConstructor(Class<?> type, Class<?>... parameters) {
        constructor(type, parameters);
    }

    @Noted(Class.class)
    public static void getDeclaredConstructor(Class<?> type, Class<?>... parameters) {
        constructor(type, parameters);
    }

    @Noted(Class.class)
    public static void getFields(Class<?> type) {
        note(Kind.ALL_FIELDS, type.getName(), "");
    }

    @Noted(Class.class)
    public static void getDeclaredFields(Class<?> type) {
        note(Kind.ALL_FIELDS, type.getName(), "");
    }

    @Noted(Class.class)
    public static void getMethods(Class<?> type) {
        note(Kind.ALL_METHODS, type.getName(), "");
    }

    @Noted(Class.class)
    public static void getDeclaredMethods(Class<?> type) {
        note(Kind.ALL_METHODS, type.getName(), "");
    }

    @Noted(Class.class)
    public static void getConstructors(Class<?> type) {
        note(Kind.ALL_CONSTRUCTORS, type.getName(), "");
    }

    @Noted(Class.class)
    public static void getDeclaredConstructors(Class<?> type) {
        note(Kind.ALL_CONSTRUCTORS, type.getName(), "");
    }

    @Noted(Class.class)
    public static void getRecordComponents(Class<?> type) {
        note(Kind.ALL_METHODS, type.getName(), "");
    }

    @Noted({AtomicIntegerFieldUpdater.class, AtomicLongFieldUpdater.class})
    public static void newUpdater(Class<?> type, String field) {
        field(type, field);
    }

    @Noted(AtomicReferenceFieldUpdater.class)
    public static void newUpdater(Class<?> type, Class<?> of, String field) {
        field(type, field);
    }

    @Noted(MethodHandles.Lookup.class)
    public static void findVarHandle(MethodHandles.Lookup lookup, Class<?> type, String name, Class<?> of) {
        field(type, name);
    }

    @Noted(MethodHandles.Lookup.class)
    public static void findVirtual(MethodHandles.Lookup lookup, Class<?> type, String name, MethodType signature) {
        method(type, name, signature.parameterArray());
    }

    @Noted(MethodHandles.Lookup.class)
    public static void findStatic(MethodHandles.Lookup lookup, Class<?> type, String name, MethodType signature) {
        method(type, name, signature.parameterArray());
    }

    @Noted(MethodHandles.Lookup.class)
    public static void findConstructor(MethodHandles.Lookup lookup, Class<?> type, MethodType signature) {
        constructor(type, signature.parameterArray());
    }

    @Noted(java.lang.reflect.Proxy.class)
    public static void newProxyInstance(ClassLoader loader, Class<?>[] interfaces, InvocationHandler handler) {
        note(Kind.PROXY, Stream.of(interfaces).map(Class::getName).collect(Collectors.joining(",")), "");
    }

    @Noted(ServiceLoader.class)
    public static void load(Class<?> service) {
        providers(service, Thread.currentThread().getContextClassLoader());
    }

    @Noted(ServiceLoader.class)
    public static void load(Class<?> service, ClassLoader loader) {
        providers(service, loader);
    }

    @Noted(ResourceBundle.class)
    public static void getBundle(String name) {
        note(Kind.BUNDLE, name, "");
    }

    @Noted(ResourceBundle.class)
    public static void getBundle(String name, Locale locale) {
        note(Kind.BUNDLE, name, "");
    }

    @Noted(ResourceBundle.class)
    public static void getBundle(String name, Locale locale, ClassLoader loader) {
        note(Kind.BUNDLE, name, "");
    }

    @Noted(ResourceBundle.class)
    public static void getBundle(String name, Locale locale, ResourceBundle.Control control) {
        note(Kind.BUNDLE, name, "");
    }

    @Noted(System.class)
    public static void load(String file) {
        note(Kind.LIBRARY, file, "");
    }

    @Noted(System.class)
    public static void loadLibrary(String name) {
        note(Kind.LIBRARY, name, "");
    }
}
