package health.vigil.fhir;

import health.vigil.exchange.Caution;
import health.vigil.exchange.Fate;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.OxygenJoin;
import health.vigil.exchange.OxygenJoin.JoinedOxygen;
import health.vigil.exchange.OxygenJoin.OxygenSaying;
import health.vigil.exchange.OxygenRules;
import health.vigil.exchange.OxygenRules.OxygenResult;
import health.vigil.exchange.Part;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.Statement;
import health.vigil.exchange.StatementStatus;
import health.vigil.fhir.ResourceDraft.Source;
import health.vigil.fhir.ResourceDraft.Verdict;
import health.vigil.intake.ReadResult;
import health.vigil.json.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes statements of what the resources of one message say: joins their oxygen, and judges every observation by
/// the rules of intake.
final class FhirStatements {
    private final SenderSettings sender;
    private final List<JoinedOxygen> oxygen;
    private final Map<Integer, ResourceWrite> writes = new HashMap<>();
    private final Map<Integer, List<Statement>> own = new HashMap<>();
    private final Set<Integer> faulty = new HashSet<>();

    /// @param drafts what each resource says, with its faults so far
    FhirStatements(SenderSettings sender, List<Drafted> drafts) {
        this.sender = sender;
        this.oxygen =
                OxygenJoin.of(drafts.stream().flatMap(FhirStatements::saying).toList());
        for (var drafted : drafts) {
            writes.put(drafted.index(), drafted.draft().source().write());
        }
        for (var drafted : drafts) {
            own.put(drafted.index(), statements(drafted));
            if (drafted.issues().faulty()) {
                faulty.add(drafted.index());
            }
        }
    }

    /// A draft with the faults and cautions of its resource.
    ///
    /// @param index which resource of the message it is
    record Drafted(int index, ResourceDraft draft, Issues issues) {}

    private static Stream<OxygenSaying> saying(Drafted drafted) {
        var source = drafted.draft().source();
        return drafted.issues().faulty()
                        || drafted.draft().oxygen().isEmpty()
                        || source.subject().isEmpty()
                        || source.effectiveAt().isEmpty()
                ? Stream.empty()
                : Stream.of(new OxygenSaying(
                        drafted.index(),
                        source.subject().get(),
                        source.effectiveAt().get(),
                        drafted.draft().oxygen()));
    }

    /// The statements of one resource. One that only adds to the oxygen of another resource has that one's
    /// statements.
    List<Statement> of(int index) {
        var statements = own.getOrDefault(index, List.of());
        return statements.isEmpty()
                ? oxygen.stream()
                        .filter(joined -> joined.members().contains(index))
                        .flatMap(joined -> own.getOrDefault(joined.lead().index(), List.of()).stream())
                        .toList()
                : statements;
    }

    /// Whether a resource only adds to one that is refused.
    boolean addsToRefused(int index) {
        return own.getOrDefault(index, List.of()).isEmpty()
                && oxygen.stream()
                        .filter(joined -> joined.members().contains(index))
                        .anyMatch(joined -> faulty.contains(joined.lead().index()));
    }

    private List<Statement> statements(Drafted drafted) {
        var draft = drafted.draft();
        return draft.verdict()
                .map(verdict -> List.of(statement(draft.source(), fate(verdict, draft.source()))))
                .orElseGet(() -> taken(drafted));
    }

    private static Fate fate(Verdict verdict, Source source) {
        return switch (verdict) {
            case Verdict.NothingKept(var reason) -> new Fate.Ignored(reason);
            case Verdict.NotReadable(var reason, var place) ->
                new Fate.Foreign(reason, Optional.of(place), ForeignPiece.of(List.of(source.write())));
        };
    }

    private Statement statement(Source source, Fate fate) {
        return new Statement(
                source.key(),
                source.status(),
                sender.device() ? Optional.empty() : source.issued(),
                sender.device(),
                source.subject(),
                Optional.empty(),
                source.effectiveAt(),
                fate);
    }

    private List<Statement> taken(Drafted drafted) {
        var source = drafted.draft().source();
        var parts = new ArrayList<>(drafted.draft().parts());
        var cautions = new ArrayList<Caution>();
        var others = new ArrayList<Statement>();
        oxygen.stream()
                .filter(joined -> joined.lead().index() == drafted.index())
                .forEach(joined -> {
                    switch (new OxygenRules(sender.reading()).apply(joined)) {
                        case OxygenResult.Charted(var part, var more) -> {
                            parts.add(part);
                            cautions.addAll(more);
                        }
                        case OxygenResult.Nothing _ ->
                            others.add(statement(source, new Fate.Ignored(IgnoredReason.NO_OXYGEN)));
                        case OxygenResult.Undecidable(var reason, var place) ->
                            others.add(statement(
                                    source,
                                    new Fate.Foreign(reason, Optional.of(place), piece(joined, drafted.issues()))));
                    }
                });
        if (!drafted.issues().faulty()) {
            parts.forEach(part -> judge(part, drafted.issues()));
        }
        cautions.addAll(drafted.issues().cautions());
        if (!parts.isEmpty() || source.status() == StatementStatus.WITHDRAWN) {
            others.removeIf(other -> other.fate() instanceof Fate.Ignored);
            others.addFirst(statement(source, new Fate.Taken(parts, cautions)));
        }
        return List.copyOf(others);
    }

    /// All resources that say something about an oxygen record.
    private String piece(JoinedOxygen joined, Issues issues) {
        var piece = ForeignPiece.of(joined.members().stream().map(writes::get).toList());
        if (ForeignPiece.bytes(piece) > Fate.Foreign.LARGEST_PIECE) {
            issues.add(FhirIssue.error(IssueType.TOO_LONG, "", "is too large for a person to decide about"));
        }
        return piece;
    }

    /// Judges an observation as if it had been received at its own time: the rules of the fields, not of clocks.
    private void judge(Part part, Issues issues) {
        if (part.read(part.name(), sender.sender(), part.effectiveAt())
                instanceof ReadResult.Invalid(var _, var violations)) {
            violations.forEach(violation -> issues.refuse(place(part, violation), sentence(part, violation)));
        }
    }

    private static String place(Part part, Violation violation) {
        var field = violation.field();
        int dot = field.indexOf('.');
        var first = dot < 0 ? field : field.substring(0, dot);
        return part.places().getOrDefault(first, "");
    }

    private static String sentence(Part part, Violation violation) {
        return part.places().containsKey(violation.field()) ? violation.message() : violation.sentence();
    }
}
