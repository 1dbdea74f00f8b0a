package health.vigil.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The loopback ports of one server: free ones at first, the same ones ever after unless somebody took them.
final class Ports {
    private final Path file;
    private List<Integer> numbers;

    private Ports(Path file, List<Integer> numbers) {
        this.file = file;
        this.numbers = numbers;
    }

    static Ports remembered(Path file, int count) {
        return new Ports(file, read(file, count));
    }

    int get(int index) {
        return numbers.get(index);
    }

    /// Keeps each port that is free, replaces each that is taken, and remembers the result.
    void settle() throws IOException {
        numbers = numbers.stream().map(Ports::thisOrAnother).toList();
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

    private static int thisOrAnother(int wanted) {
        try {
            return bindable(wanted);
        } catch (IOException taken) {
            return another();
        }
    }

    private static int another() {
        try {
            return bindable(0);
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface", e);
        }
    }

    private static int bindable(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        }
    }
}
