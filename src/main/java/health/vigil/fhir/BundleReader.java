package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.exchange.SourceKey;
import health.vigil.fhir.BundleResult.EntryResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads a Bundle: a batch of independent entries, or a transaction of which all entries or none are taken.
public final class BundleReader {
    private static final String TRANSACTION = "transaction";
    /// The most faults that the refusal of a transaction names.
    private static final int MOST_ISSUES = 100;

    private static final Set<String> TYPES = Set.of("batch", TRANSACTION);

    private final FhirReader reader;
    private final int mostEntries;

    /// @param mostEntries the most entries of a Bundle
    public BundleReader(FhirReader reader, int mostEntries) {
        this.reader = reader;
        this.mostEntries = mostEntries;
    }

    public BundleResult read(ObjectNode bundle) {
        if (!TYPES.contains(bundle.path("type").asText())) {
            return BundleResult.RefusedBundle.of(
                    List.of(FhirIssue.error(IssueType.BUSINESS_RULE, "Bundle.type", "must be batch or transaction")));
        }
        if (bundle.path("entry").size() > mostEntries) {
            return BundleResult.RefusedBundle.of(List.of(FhirIssue.error(
                    IssueType.TOO_LONG, "Bundle.entry", "holds more than " + mostEntries + " entries")));
        }
        return read(bundle.path("type").asText().equals(TRANSACTION), bundle);
    }

    private BundleResult read(boolean transaction, ObjectNode bundle) {
        var entries = BundleSplit.entries(bundle);
        var writes = entries.stream().filter(entry -> entry.write().isPresent()).toList();
        var read = reader.read(
                writes.stream().map(entry -> entry.write().orElseThrow()).toList(), BundleReferences.of(bundle));
        var results = new HashMap<Integer, FhirResult>();
        for (int index = 0; index < writes.size(); index++) {
            results.put(writes.get(index).index(), read.get(index));
        }
        var repeated = repeated(entries, results);
        var judged = entries.stream()
                .map(entry -> judged(entry, Optional.ofNullable(results.get(entry.index())), repeated))
                .toList();
        var refusals = refusals(judged);
        return transaction && !refusals.isEmpty()
                ? BundleResult.RefusedBundle.of(refusals)
                : new BundleResult.Entries(transaction, judged);
    }

    /// The entries whose key another entry has, too.
    private static Set<Integer> repeated(List<BundleEntry> entries, Map<Integer, FhirResult> results) {
        var byTarget = new HashMap<String, List<Integer>>();
        for (var entry : entries) {
            target(entry, results)
                    .ifPresent(target -> byTarget.computeIfAbsent(target, _ -> new ArrayList<>())
                            .add(entry.index()));
        }
        var repeated = new HashSet<Integer>();
        byTarget.values().stream().filter(indexes -> indexes.size() > 1).forEach(repeated::addAll);
        return repeated;
    }

    /// The type and the id here of the resource that an entry writes or deletes.
    private static Optional<String> target(BundleEntry entry, Map<Integer, FhirResult> results) {
        if (entry.verb() == BundleEntry.Verb.DELETE) {
            return Optional.of(entry.url());
        }
        return switch (results.get(entry.index())) {
            case FhirResult.OfStatements(var key, var _) -> Optional.of(target(key));
            case FhirResult.OfInfusion(var infusion) -> Optional.of(target(infusion.key()));
            case FhirResult.OfStayReport _, FhirResult.NotKept _, FhirResult.Refused _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    private static String target(SourceKey key) {
        return key.type() + "/" + key.fhirId();
    }

    private static EntryResult judged(BundleEntry entry, Optional<FhirResult> result, Set<Integer> repeated) {
        if (!entry.faults().isEmpty()) {
            return refused(entry, entry.faults());
        }
        if (repeated.contains(entry.index())) {
            return refused(
                    entry,
                    List.of(FhirIssue.error(
                            IssueType.BUSINESS_RULE, entry.expression(), "Another entry has the same identifier")));
        }
        return result.<EntryResult>map(known -> known instanceof FhirResult.Refused(var _, var issues)
                        ? refused(
                                entry,
                                issues.stream()
                                        .map(issue -> issue.ofResource(entry.expression()))
                                        .toList())
                        : new EntryResult.Write(entry, entry.write().orElseThrow(), known))
                .orElseGet(() -> new EntryResult.Other(entry));
    }

    private static EntryResult refused(BundleEntry entry, List<FhirIssue> issues) {
        return new EntryResult.RefusedEntry(entry, FhirIssue.status(issues), issues);
    }

    private static List<FhirIssue> refusals(List<EntryResult> results) {
        return FhirIssue.first(
                MOST_ISSUES,
                results.stream()
                        .flatMap(result -> result instanceof EntryResult.RefusedEntry(var _, var _, var issues)
                                ? issues.stream()
                                : Stream.<FhirIssue>empty())
                        .toList());
    }
}
