package health.vigil.fhir;

import health.vigil.exchange.BusinessId;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.StatementStatus;
import health.vigil.exchange.Vocabulary;
import health.vigil.fhir.ResourceDraft.Source;
import health.vigil.intake.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;

/// What reading one resource needs.
record ResourceContext(
        SenderSettings sender,
        SubjectReader subjects,
        BundleReferences references,
        KnownIds ids,
        ResourceWrite write,
        Issues issues) {
    Vocabulary vocabulary() {
        return sender.reading().vocabulary();
    }

    ConceptReader concepts() {
        return new ConceptReader(vocabulary());
    }

    QuantityReader quantities() {
        return new QuantityReader(vocabulary(), issues);
    }

    /// The unit of a value that comes without one.
    Optional<String> usualUnit(String field, Optional<String> ofCode) {
        return ofCode.or(
                () -> Optional.ofNullable(sender.reading().defaultUnits().get(field)));
    }

    /// The key of the resource.
    SourceKey key(List<Identifier> identifiers) {
        write.condition()
                .filter(query -> !identifiers.isEmpty() && identifiers.stream().noneMatch(query::matches))
                .ifPresent(_ ->
                        issues.refuse(write.type() + ".identifier", "does not hold the identifier of the condition"));
        var key = new SourceKey(sender.sender(), write.type(), businessId(identifiers));
        return write.logicalId()
                .filter(id -> KnownIds.mayBeOurs(id) && !id.equals(key.fhirId()))
                .map(id -> keyOf(id, identifiers))
                .orElse(key);
    }

    /// The key of what a PUT to an id of ours replaces.
    private SourceKey keyOf(String id, List<Identifier> identifiers) {
        var known = ids.keyOf(id).filter(key -> key.type().equals(write.type()));
        if (known.isEmpty()) {
            issues.add(FhirIssue.error(IssueType.NOT_FOUND, write.type() + ".id", "There is no such resource"));
        } else if (first(identifiers).isPresent()) {
            issues.refuse(write.type() + ".identifier", "is that of another resource than the id");
        }
        return known.orElseGet(() -> new SourceKey(sender.sender(), write.type(), BusinessId.logical(id)));
    }

    private BusinessId businessId(List<Identifier> identifiers) {
        return write.condition()
                .map(query -> BusinessId.identifier(query.system(), query.value()))
                .or(() -> first(identifiers)
                        .map(identifier -> BusinessId.identifier(identifier.getSystem(), identifier.getValue())))
                .or(() -> write.logicalId().map(BusinessId::logical))
                .orElseGet(() -> BusinessId.content(CanonicalJson.of(write.resource())));
    }

    private static Optional<Identifier> first(List<Identifier> identifiers) {
        return identifiers.stream()
                .filter(identifier -> identifier.hasSystem()
                        && identifier.hasValue()
                        && identifier.getUse() != Identifier.IdentifierUse.OLD)
                .findFirst();
    }

    /// Whether the sender can name the resource again: by an identifier, or by the id of a PUT.
    boolean named(List<Identifier> identifiers) {
        return write.condition().isPresent()
                || write.logicalId().isPresent()
                || first(identifiers).isPresent();
    }

    /// The withdrawal of what stands under a key. Nothing but the identity of the resource must be readable.
    ResourceDraft withdrawal(
            SourceKey key, List<Identifier> identifiers, Optional<Instant> issued, Optional<Subject> subject) {
        if (!named(identifiers)) {
            issues.missing(write.type() + ".identifier");
        }
        return ResourceDraft.of(source(key, StatementStatus.WITHDRAWN, issued, subject, Optional.empty()));
    }

    Source source(
            SourceKey key,
            StatementStatus status,
            Optional<Instant> issued,
            Optional<Subject> subject,
            Optional<Instant> effectiveAt) {
        return new Source(key, status, issued, subject, effectiveAt, write);
    }
}
