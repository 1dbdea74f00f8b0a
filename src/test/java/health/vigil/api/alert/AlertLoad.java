package health.vigil.api.alert;

import health.vigil.path.Heap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A measurement, not a test: the effect of 1,000 alerts in 10 s on the clients of the stream.
///
/// Arguments: the URL of a running service, its credentials file, its process id, the number of readers
/// (500), and how many of them stall (25). All readers follow the stream, and some stop reading. Then
/// patients get fever, hypotension and a vasopressor, which raise three alerts each, the last of high
/// priority. It prints how many alerts arrived, their latency, and the growth of the heap.
public final class AlertLoad {
    private static final int PATIENTS = 334;
    private static final Duration SPREAD = Duration.ofSeconds(10);
    private static final Pattern RAISED = Pattern.compile("\"patientId\": ?\"(load-[^\"]+)\"");

    private final URI service;
    private final String credentials;
    private final long process;
    private final int readers;
    private final int stalled;
    private final String ward = "load-" + UUID.randomUUID();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Long> postedAt = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicLong> heard = new ConcurrentHashMap<>();
    private final Map<String, Long> firstHigh = new ConcurrentHashMap<>();
    private final AtomicLong latestHigh = new AtomicLong();
    private final AtomicLong lastHeard = new AtomicLong();
    private final List<Socket> sockets = new ArrayList<>();

    private AlertLoad(List<String> arguments) throws IOException {
        this.service = URI.create(arguments.get(0));
        this.credentials = Files.readString(Path.of(arguments.get(1)));
        this.process = Long.parseLong(arguments.get(2));
        this.readers = arguments.size() > 3 ? Integer.parseInt(arguments.get(3)) : 500;
        this.stalled = arguments.size() > 4 ? Integer.parseInt(arguments.get(4)) : 25;
    }

    public static void main(String[] arguments) throws Exception {
        new AlertLoad(List.of(arguments)).run();
    }

    private void run() throws Exception {
        for (int patient = 0; patient < PATIENTS; patient++) {
            admit("load-" + ward.substring(5, 13) + "-" + patient);
        }
        var before = Heap.liveMb(process);
        print("heap before the readers", before + " MB");
        for (int reader = 0; reader < readers; reader++) {
            follow(reader, reader < stalled);
        }
        print("heap with the readers", Heap.liveMb(process) + " MB");
        var started = System.nanoTime();
        worsen(started);
        print("observations posted within", seconds(System.nanoTime() - started));
        LockSupport.parkNanos(Duration.ofSeconds(15).toNanos());
        var after = Heap.liveMb(process);
        print("heap after", after + " MB, grown by " + (after - before) + " MB");
        var counts = heard.values().stream()
                .collect(Collectors.groupingBy(AtomicLong::get, TreeMap::new, Collectors.counting()));
        print("raised events heard, and by how many readers", counts.toString());
        print("the last of them, after the first post", seconds(lastHeard.get() - started));
        print("patients whose high alert was heard", firstHigh.size() + " of " + PATIENTS);
        print("slowest high alert, at any reader", seconds(latestHigh.get()));
        LockSupport.parkNanos(Duration.ofSeconds(25).toNanos());
        print("heap after the stalled readers were dropped", Heap.liveMb(process) + " MB");
        for (var socket : sockets) {
            socket.close();
        }
    }

    /// Each patient on schedule, independent of slow responses to others.
    private void worsen(long started) throws InterruptedException {
        var posts = new ArrayList<Thread>();
        for (int patient = 0; patient < PATIENTS; patient++) {
            var due = started + SPREAD.toNanos() * patient / PATIENTS;
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
            var name = "load-" + ward.substring(5, 13) + "-" + patient;
            posts.add(Thread.ofVirtual().start(() -> worsen(name)));
        }
        for (var post : posts) {
            post.join();
        }
    }

    private static void print(String what, String value) {
        System.out.println(what + ": " + value);
    }

    private static String seconds(long nanos) {
        return "%.2f s".formatted(nanos / 1e9);
    }

    private void admit(String patient) {
        post("nurse", "/v1/episodes", """
                {"patientId": "%s", "birthDate": "1968-04-02", "ward": "%s", "bed": "1", "product": "axi-cel",
                 "infusedAt": "%s", "baseline": {"ice": 10}}""".formatted(patient, ward, Instant.now().minusSeconds(3600)));
    }

    private void worsen(String patient) {
        var at = Instant.now().minusSeconds(60);
        postedAt.put(patient, System.nanoTime());
        post(
                "nurse",
                "/v1/observations",
                "[%s,%s]"
                        .formatted(
                                observation(patient, at, "vital-signs", "\"temperature\":38.9,\"systolic\":84"),
                                observation(
                                        patient,
                                        at.plusSeconds(30),
                                        "vasopressor",
                                        "\"agent\":\"norepinephrine\",\"action\":\"started\"")));
    }

    private static String observation(String patient, Instant at, String kind, String fields) {
        return "{\"id\":\"%s\",\"patientId\":\"%s\",\"effectiveAt\":\"%s\",\"kind\":\"%s\",%s}"
                .formatted(UUID.randomUUID(), patient, at, kind, fields);
    }

    private void post(String role, String path, String body) {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + token(role))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = client.sendAsync(request, BodyHandlers.ofString()).join();
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
    }

    private String token(String role) {
        var matcher = Pattern.compile("\"" + role + "\"\\s*:\\s*\\{[^}]*\"token\"\\s*:\\s*\"([^\"]+)\"")
                .matcher(credentials);
        if (!matcher.find()) {
            throw new IllegalStateException("No token for " + role);
        }
        return matcher.group(1);
    }

    private void follow(int number, boolean stalls) throws IOException {
        var socket = new Socket(service.getHost(), service.getPort());
        sockets.add(socket);
        socket.getOutputStream()
                .write("GET /v1/alerts/stream?ward=%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(ward, service.getAuthority(), token("dashboard"))
                        .getBytes(StandardCharsets.UTF_8));
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 4096);
        for (var line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
            if (line.startsWith("HTTP/1.1 ") && !line.contains(" 200 ")) {
                throw new IllegalStateException(line);
            }
        }
        if (!stalls) {
            var count = heard.computeIfAbsent(number, _ -> new AtomicLong());
            Thread.ofVirtual().start(() -> read(reader, count));
        }
    }

    private void read(BufferedReader reader, AtomicLong count) {
        try {
            var event = "";
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("data:") && event.equals("raised")) {
                    count.incrementAndGet();
                    lastHeard.accumulateAndGet(System.nanoTime(), Math::max);
                    high(line);
                }
            }
        } catch (IOException closed) {
            count.get();
        }
    }

    private void high(String line) {
        var patient = RAISED.matcher(line);
        if (line.contains("\"high\"") && patient.find()) {
            var late = System.nanoTime() - postedAt.getOrDefault(patient.group(1), System.nanoTime());
            firstHigh.putIfAbsent(patient.group(1), late);
            latestHigh.accumulateAndGet(late, Math::max);
        }
    }
}
