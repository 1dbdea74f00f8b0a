package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.fhir.SubscriptionReading.ReadSubscription;
import health.vigil.fhir.SubscriptionReading.RefusedSubscription;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelComponent;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;

/// Reads a Subscription as the Subscriptions R5 Backport writes it in R4.
public final class SubscriptionReader {
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_HEADER = 4000;
    private static final int MOST_HEADERS = 10;
    private static final int MOST_FILTERS = 10;
    private static final Set<String> CONTENTS = Set.of("empty", "id-only", "full-resource");
    private static final Set<String> PAYLOADS = Set.of("application/fhir+json", "application/json");

    /// A header that a client may set. Its value has visible characters only, so it cannot begin another line.
    private static final Pattern HEADER =
            Pattern.compile("(?<name>(?i:authorization|x-[a-z0-9-]{1,100})): ?[\\x21-\\x7e][\\x20-\\x7e]*");

    private final Subscription subscription;
    private final Issues issues;

    private SubscriptionReader(Subscription subscription, Issues issues) {
        this.subscription = subscription;
        this.issues = issues;
    }

    /// Reads a body.
    public static SubscriptionReading read(byte[] body) {
        return switch (FhirBody.read(body)) {
            case FhirBody.UnreadableBody(var issue) -> new RefusedSubscription(List.of(issue));
            case FhirBody.OfResource(var resource) -> read(resource);
        };
    }

    private static SubscriptionReading read(ObjectNode resource) {
        var issues = new Issues();
        if (!resource.path("resourceType").asText().equals("Subscription")) {
            return new RefusedSubscription(
                    List.of(FhirIssue.error(IssueType.STRUCTURE, "", "The resource must be a Subscription")));
        }
        ResourceChecks.check(resource, issues);
        var draft = issues.faulty()
                ? Optional.<SubscriptionDraft>empty()
                : FhirParser.parse(resource, Subscription.class, issues)
                        .map(parsed -> new SubscriptionReader(parsed, issues).draft());
        return issues.faulty() ? new RefusedSubscription(issues.faults()) : new ReadSubscription(draft.orElseThrow());
    }

    private SubscriptionDraft draft() {
        var channel = subscription.getChannel();
        var socket = overSocket(channel.getType());
        payload(channel.getPayload());
        var endpoint = socket ? none(channel) : needed("Subscription.channel.endpoint", channel.getEndpoint());
        return new SubscriptionDraft(
                Optional.ofNullable(subscription.getIdPart()),
                needed("Subscription.criteria", subscription.getCriteria()),
                filters(),
                needed("Subscription.reason", subscription.getReason()),
                endpoint,
                headers(),
                content(),
                number(channel, SubscriptionUrls.HEARTBEAT, 5, 3600),
                number(channel, SubscriptionUrls.TIMEOUT, 1, 30),
                number(channel, SubscriptionUrls.MAX_COUNT, 1, 100),
                Optional.ofNullable(subscription.getEnd()).map(Date::toInstant),
                off());
    }

    private String needed(String place, @Nullable String text) {
        if (text == null || text.isBlank()) {
            issues.missing(place);
            return "";
        }
        if (text.length() > LONGEST_TEXT * 2 || (place.endsWith("reason") && text.length() > LONGEST_TEXT)) {
            issues.refuse(place, "is too long");
        }
        return text.strip();
    }

    private boolean off() {
        var status = subscription.getStatus();
        if (status == null) {
            issues.missing("Subscription.status");
        } else if (status == SubscriptionStatus.ERROR) {
            issues.refuse("Subscription.status", "must be requested, active or off");
        }
        return status == SubscriptionStatus.OFF;
    }

    private boolean overSocket(@Nullable SubscriptionChannelType type) {
        if (type == null) {
            issues.missing("Subscription.channel.type");
        } else if (type != SubscriptionChannelType.RESTHOOK && type != SubscriptionChannelType.WEBSOCKET) {
            issues.refuse("Subscription.channel.type", "must be rest-hook or websocket: no other channel is offered");
        }
        return type == SubscriptionChannelType.WEBSOCKET;
    }

    /// The endpoint of a websocket. Its client connects to us, so nothing is sent to an address.
    private String none(SubscriptionChannelComponent channel) {
        if (channel.hasEndpoint()) {
            issues.refuse("Subscription.channel.endpoint", "must be absent: the client of a websocket connects itself");
        }
        if (channel.hasHeader()) {
            issues.refuse("Subscription.channel.header", "must be absent: messages of a websocket have no headers");
        }
        return "";
    }

    private void payload(@Nullable String type) {
        if (type != null && !PAYLOADS.contains(type)) {
            issues.refuse("Subscription.channel.payload", "must be application/fhir+json");
        }
    }

    private List<String> filters() {
        var extensions = subscription.getCriteriaElement().getExtensionsByUrl(SubscriptionUrls.FILTER);
        if (extensions.size() > MOST_FILTERS) {
            issues.refuse("Subscription.criteria", "has more than " + MOST_FILTERS + " filters");
        }
        return extensions.stream()
                .map(Extension::getValue)
                .map(value -> value instanceof StringType text ? Objects.requireNonNullElse(text.getValue(), "") : "")
                .map(text -> needed("Subscription.criteria.extension.value", text))
                .toList();
    }

    private List<String> headers() {
        var place = "Subscription.channel.header";
        var headers = subscription.getChannel().getHeader().stream()
                .map(StringType::getValue)
                .filter(Objects::nonNull)
                .map(String::strip)
                .toList();
        var names = new HashSet<String>();
        if (headers.size() > MOST_HEADERS) {
            issues.refuse(place, "holds more than " + MOST_HEADERS + " headers");
        }
        for (var header : headers) {
            var match = HEADER.matcher(header);
            if (!match.matches() || header.length() > LONGEST_HEADER) {
                issues.refuse(place, "may set Authorization and names that begin with X-, in visible characters");
            } else if (!names.add(match.group("name").toLowerCase(Locale.ROOT))) {
                issues.refuse(place, "sets a header twice");
            }
        }
        return headers;
    }

    private String content() {
        var place = "Subscription.channel.payload.extension.value";
        var given = extension(subscription.getChannel().getPayloadElement(), SubscriptionUrls.CONTENT, place);
        if (given.isEmpty()) {
            return "id-only";
        }
        var content = given.get().getValue() instanceof CodeType code ? String.valueOf(code.getValue()) : "";
        if (!CONTENTS.contains(content)) {
            issues.unknownCode(place, "must be empty, id-only or full-resource");
        }
        return content;
    }

    private OptionalInt number(Element element, String url, int least, int most) {
        var place = "Subscription.channel.extension.value";
        var given = extension(element, url, place);
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        var value = given.get().getValue() instanceof IntegerType whole ? whole.getValue() : null;
        if (value == null || value < least || value > most) {
            issues.refuse(
                    place,
                    "of " + url.substring(url.lastIndexOf('/') + 1) + " must be a whole number from " + least + " to "
                            + most);
            return OptionalInt.empty();
        }
        return OptionalInt.of(value);
    }

    private Optional<Extension> extension(Element element, String url, String place) {
        var extensions = element.getExtensionsByUrl(url);
        if (extensions.size() > 1) {
            issues.refuse(place, "is given more than once");
        }
        return extensions.stream().findFirst();
    }
}
