package health.vigil.monitor.loop;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// Runs the simulation with a changed source: the monitor's classes are loaded again, with the changed ones.
final class PlantedSimulation implements AutoCloseable {
    private static final String PACKAGE = "health.vigil.monitor.";

    private final Path folder;
    private final Loader loader;

    private PlantedSimulation(Path folder, Loader loader) {
        this.folder = folder;
        this.loader = loader;
    }

    static PlantedSimulation with(String type, String text) throws IOException {
        var folder = Files.createTempDirectory("planted");
        compile(type, text, folder);
        return new PlantedSimulation(folder, new Loader(folder));
    }

    private static void compile(String type, String text, Path folder) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(found, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
            var options = List.of("-proc:none", "-nowarn");
            if (!compiler.getTask(null, files, found, options, null, List.of(source(type, text)))
                    .call()) {
                throw new IllegalStateException("the changed source does not compile: "
                        + found.getDiagnostics().stream()
                                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                                .toList());
            }
        }
    }

    private static List<Path> classPath() {
        var entries = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
        return Arrays.stream(entries.split(":")).map(Path::of).toList();
    }

    private static JavaFileObject source(String type, String text) {
        var name = URI.create("string:///" + PACKAGE.replace('.', '/') + type + ".java");
        return new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /// The faults that the simulation of a seed finds.
    List<?> run(long seed) {
        try {
            return (List<?>) loader.loadClass(Simulation.class.getName())
                    .getMethod("run", long.class)
                    .invoke(null, seed);
        } catch (InvocationTargetException failed) {
            return List.of(failed.getCause());
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
        var files = new ArrayList<Path>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.forEach(files::addFirst);
        }
        for (var file : files) {
            Files.delete(file);
        }
    }

    /// Loads the monitor's package itself, changed classes first, and all other classes from its parent.
    private static final class Loader extends URLClassLoader {
        Loader(Path changed) throws IOException {
            super(urls(changed), PlantedSimulation.class.getClassLoader());
        }

        private static URL[] urls(Path changed) throws IOException {
            return new URL[] {
                changed.toUri().toURL(), home(PlantedSimulation.class), home(Reader.class),
            };
        }

        private static URL home(Class<?> type) {
            return type.getProtectionDomain().getCodeSource().getLocation();
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                var loaded = Optional.<Class<?>>ofNullable(findLoadedClass(name));
                if (loaded.isPresent()) {
                    return loaded.get();
                }
                return name.startsWith(PACKAGE) ? findClass(name) : super.loadClass(name, resolve);
            }
        }
    }
}
