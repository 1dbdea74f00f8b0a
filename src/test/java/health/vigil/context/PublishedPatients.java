package health.vigil.context;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The ten synthetic patients of Liang's automated reading of ICAHT:
/// github.com/emilyliangmd/automatedicahtgrading, Synthetic ANC Dataset, revision c3e0109. Neutrophils in
/// cells/uL by day.
final class PublishedPatients {
    private static final Path FILE = Path.of("src/test/resources/icaht/patients.txt");

    private PublishedPatients() {}

    /// @param ends `death`, `next-therapy`, `progression` or nothing, with its day: `death@16`
    /// @param lastDay the last day of the follow-up
    record PublishedPatient(
            String id,
            String d500,
            String d100,
            String early,
            String late,
            String ends,
            int lastDay,
            List<String> counts) {}

    static Stream<PublishedPatient> all() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(PublishedPatients::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static PublishedPatient read(String line) {
        var parts = line.split("\\|", -1);
        return new PublishedPatient(
                parts[0].strip(),
                parts[1].strip(),
                parts[2].strip(),
                parts[3].strip(),
                parts[4].strip(),
                parts[5].strip(),
                Integer.parseInt(parts[6].strip()),
                List.of(parts[7].strip().split(" ", -1)));
    }
}
