package health.vigil.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// The loopback ports of one server. Free ports are chosen at first and kept, unless another process takes
/// them.
///
/// They are below the range of outgoing connections, which could use one before the server starts.
public final class Ports {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private final Path file;
    private List<Integer> numbers;

    private Ports(Path file, List<Integer> numbers) {
        this.file = file;
        this.numbers = numbers;
    }

    static Ports fromFile(Path file, int count) {
        return new Ports(file, read(file, count));
    }

    int get(int index) {
        return numbers.get(index);
    }

    /// Keeps each port that is free, replaces the others, and saves the result.
    void settle() throws IOException {
        var settled = new ArrayList<Integer>();
        numbers.forEach(wanted -> settled.add(wanted != 0 && isFree(wanted) ? wanted : freeBeside(settled)));
        numbers = List.copyOf(settled);
        Files.write(file, numbers.stream().map(String::valueOf).toList());
    }

    private static List<Integer> read(Path file, int count) {
        try {
            var numbers =
                    Files.readAllLines(file).stream().map(Integer::valueOf).toList();
            return numbers.stream().distinct().count() == count ? numbers : none(count);
        } catch (IOException | NumberFormatException e) {
            return none(count);
        }
    }

    private static List<Integer> none(int count) {
        return Stream.generate(() -> 0).limit(count).toList();
    }

    /// A port that is free now.
    public static int free() {
        return freeBeside(List.of());
    }

    private static int freeBeside(List<Integer> others) {
        return ThreadLocalRandom.current()
                .ints(HIGHEST - LOWEST, LOWEST, HIGHEST)
                .filter(port -> !others.contains(port) && isFree(port))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port on the loopback interface"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
