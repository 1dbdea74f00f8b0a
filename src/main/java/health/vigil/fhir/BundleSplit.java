package health.vigil.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Splits a Bundle into its entries.
final class BundleSplit {
    private static final String FULL_URL = "fullUrl";

    private final List<FhirIssue> faults = new ArrayList<>();

    private BundleSplit() {}

    static List<BundleEntry> entries(ObjectNode bundle) {
        var urls = new HashMap<String, Integer>();
        bundle.path("entry").forEach(entry -> text(entry, FULL_URL).ifPresent(url -> urls.merge(url, 1, Integer::sum)));
        var entries = new ArrayList<BundleEntry>();
        for (int index = 0; index < bundle.path("entry").size(); index++) {
            entries.add(new BundleSplit().entry(index, bundle.path("entry").get(index), urls));
        }
        return entries;
    }

    /// @param urls how many entries have each `fullUrl`
    private BundleEntry entry(int index, JsonNode entry, Map<String, Integer> urls) {
        var request = entry.path("request");
        var verb = Arrays.stream(BundleEntry.Verb.values())
                .filter(known -> known.name().equals(request.path("method").asText()))
                .findFirst();
        if (verb.isEmpty()) {
            fault(IssueType.VALUE, "request.method", "must be DELETE, POST, PUT or GET");
        }
        text(entry, FULL_URL)
                .filter(url -> urls.getOrDefault(url, 0) > 1)
                .ifPresent(_ -> fault(IssueType.BUSINESS_RULE, FULL_URL, "is that of another entry, too"));
        var url = request.path("url").asText();
        if (url.isEmpty()) {
            fault(IssueType.INVALID, "request.url", "is missing");
        }
        var write = verb.filter(method -> method == BundleEntry.Verb.POST || method == BundleEntry.Verb.PUT)
                .flatMap(method -> write(method, url, entry));
        return new BundleEntry(
                index,
                verb.orElse(BundleEntry.Verb.GET),
                url,
                text(request, "ifMatch"),
                faults.isEmpty() ? write : Optional.empty(),
                faults.stream()
                        .map(fault -> fault.at("Bundle.entry[" + index + "]"))
                        .toList());
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asText()).filter(text -> !text.isEmpty());
    }

    private void fault(IssueType type, String place, String diagnostics) {
        faults.add(FhirIssue.error(type, place, diagnostics));
    }

    private Optional<ResourceWrite> write(BundleEntry.Verb verb, String url, JsonNode entry) {
        if (!(entry.path("resource") instanceof ObjectNode resource)) {
            fault(IssueType.REQUIRED, "resource", "is missing");
            return Optional.empty();
        }
        var target = target(url);
        if (!target.type().equals(resource.path("resourceType").asText())) {
            fault(IssueType.INVALID, "request.url", "names another type than the resource has");
        }
        if (verb == BundleEntry.Verb.PUT
                && target.id().isEmpty()
                && target.query().isEmpty()) {
            fault(IssueType.INVALID, "request.url", "needs an id, or a search by identifier");
        }
        var condition = verb == BundleEntry.Verb.PUT
                ? target.query().flatMap(query -> condition(query, "request.url"))
                : text(entry.path("request"), "ifNoneExist").flatMap(query -> condition(query, "request.ifNoneExist"));
        return Optional.of(new ResourceWrite(
                verb == BundleEntry.Verb.PUT ? target.id() : Optional.empty(),
                condition,
                text(entry, FULL_URL),
                resource));
    }

    private Optional<IdentifierQuery> condition(String query, String place) {
        var condition = IdentifierQuery.read(query);
        if (condition.isEmpty()) {
            fault(IssueType.INVALID, place, "must be identifier=system|value");
        }
        return condition;
    }

    private record RequestTarget(String type, Optional<String> id, Optional<String> query) {}

    private static RequestTarget target(String url) {
        int mark = url.indexOf('?');
        var path = mark < 0 ? url : url.substring(0, mark);
        int slash = path.indexOf('/');
        return new RequestTarget(
                slash < 0 ? path : path.substring(0, slash),
                slash < 0 ? Optional.empty() : Optional.of(path.substring(slash + 1)),
                mark < 0 ? Optional.empty() : Optional.of(url.substring(mark + 1)));
    }
}
