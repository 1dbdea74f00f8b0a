package health.vigil.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the row of a code.
final class CodeIndex {
    private static final String HALF = "has a number and a name that do not belong together";

    private record Key(String system, String code) {}

    private final Map<Key, CodeMatch.Found> exact = new HashMap<>();
    /// What the numbers of paired systems mean, whichever name stands beside them.
    private final Map<Key, Set<CodeMatch.Found>> byNumber = new HashMap<>();
    private final Set<Key> names = new HashSet<>();

    private CodeIndex() {}

    /// @throws IllegalArgumentException if a code has two meanings
    static CodeIndex of(List<CodeRow> rows) {
        var index = new CodeIndex();
        for (var row : rows) {
            index.contradiction(row).ifPresent(reason -> {
                throw new IllegalArgumentException("line " + row.line() + ": " + reason);
            });
            index.add(row);
        }
        return index;
    }

    private static CodeMatch.Found found(CodeRow row) {
        return new CodeMatch.Found(MeaningWords.read(row.word()).orElseThrow(), row.unit());
    }

    /// Why a row cannot be added: the code has another meaning already.
    Optional<String> contradiction(CodeRow row) {
        var known = exact.get(new Key(row.system(), row.code()));
        return known == null || known.equals(found(row))
                ? Optional.empty()
                : Optional.of("the code " + row.code() + " has another meaning already");
    }

    private void add(CodeRow row) {
        var found = found(row);
        exact.put(new Key(row.system(), row.code()), found);
        if (Terminology.paired(row.system())) {
            int hat = row.code().indexOf('^');
            var number = hat < 0 ? row.code() : row.code().substring(0, hat);
            byNumber.computeIfAbsent(new Key(row.system(), number), _ -> new HashSet<>())
                    .add(found);
            if (hat >= 0) {
                names.add(new Key(row.system(), row.code().substring(hat + 1)));
            }
        }
    }

    CodeMatch match(SourceCode code) {
        var system = Terminology.canonical(code.system());
        return Terminology.paired(system)
                ? pair(
                        system,
                        MdilNumber.decimal(code.code().strip()),
                        code.name().map(String::strip))
                : alone(system, code.code().strip());
    }

    private CodeMatch alone(String system, String code) {
        var found = exact.get(new Key(system, code));
        return found == null ? new CodeMatch.NotOurs() : found;
    }

    private CodeMatch pair(String system, String number, Optional<String> name) {
        if (name.isEmpty()) {
            return number(system, number);
        }
        var found = exact.get(new Key(system, number + "^" + name.get()));
        if (found != null) {
            return found;
        }
        var half = byNumber.containsKey(new Key(system, number)) || names.contains(new Key(system, name.get()));
        return half ? new CodeMatch.Ambiguous(HALF) : new CodeMatch.NotOurs();
    }

    /// A number without a name, as FHIR allows.
    private CodeMatch number(String system, String number) {
        var found = byNumber.getOrDefault(new Key(system, number), Set.of());
        return switch (found.size()) {
            case 0 -> new CodeMatch.NotOurs();
            case 1 -> found.iterator().next();
            default -> new CodeMatch.Ambiguous("has a number that several names share");
        };
    }
}
