package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Capd;
import health.vigil.observation.Consciousness;
import health.vigil.observation.Content;
import health.vigil.observation.Ice;
import health.vigil.observation.IceItem;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NotDoneReason;
import health.vigil.observation.Tool;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// `neuro-check`: at least one part, or the tools that could not be used.
///
/// @param itemsNotDone the ICE items that were left out
/// @param handwritingImage a `data:` URL of the written sentence
public record NeuroCheckDraft(
        ReadField<IceDraft> ice,
        ReadField<List<IceItem>> itemsNotDone,
        ReadField<CapdDraft> capd,
        ReadField<Consciousness> consciousness,
        ReadField<List<Tool>> notTestable,
        ReadField<String> notTestableReason,
        ReadField<List<Tool>> notDone,
        ReadField<NotDoneReason> notDoneReason,
        ReadField<Boolean> tremor,
        ReadField<Boolean> handwritingChange,
        ReadField<String> handwritingImage)
        implements ContentDraft {
    private static final FieldRule<String, String> REASON = FieldRule.text(500);
    private static final FieldRule<List<Tool>, Set<Tool>> TOOLS = (tools, _) -> Optional.of(Set.copyOf(tools));
    private static final FieldRule<List<IceItem>, Set<IceItem>> ITEMS = (items, _) -> Optional.of(Set.copyOf(items));
    private static final FieldRule<CapdDraft, Capd> CAPD = CapdDraft::check;
    private static final String NOTHING = "needs at least one of ice, capd, consciousness, tremor, handwritingChange,"
            + " handwritingImage, or a tool in notTestable or notDone";

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var score = ice(checks);
        var delirium = checks.may("capd", capd, CAPD);
        var level = checks.may("consciousness", consciousness);
        var untestable = checks.may("notTestable", notTestable, TOOLS);
        var why = checks.may("notTestableReason", notTestableReason, REASON);
        var undone = checks.may("notDone", notDone, TOOLS);
        var whyNot = checks.may("notDoneReason", notDoneReason);
        var shaking = checks.may("tremor", tremor);
        var change = checks.may("handwritingChange", handwritingChange);
        var image = checks.may("handwritingImage", handwritingImage, HandwritingImage.RULE);
        refuseContradiction(checks, untestable, undone);
        if (nothing(notTestable, untestable) && nothing(notDone, undone) && parts().noneMatch(ReadField::given)) {
            message.refuse(NOTHING);
        }
        if (undone.filter(tools -> !tools.isEmpty()).isPresent() && !notDoneReason.given()) {
            checks.at("notDoneReason").refuse("is missing: say why the check was not done");
        }
        return checks.whenSound(() -> new NeuroCheck(
                score,
                delirium,
                level,
                untestable.orElse(Set.of()),
                why,
                undone.orElse(Set.of()),
                whyNot,
                shaking,
                change,
                image));
    }

    private Optional<Ice> ice(Checks checks) {
        var leftOut = checks.may(IceDraft.NOT_DONE, itemsNotDone, ITEMS).orElse(Set.of());
        var score = checks.<IceDraft, Ice>may("ice", ice, (draft, place) -> draft.check(place, leftOut));
        if (!leftOut.isEmpty() && score.filter(sound -> !sound.partial()).isPresent()) {
            checks.at(IceDraft.NOT_DONE).refuse("needs the items of the ice score, not a total");
        }
        if (!leftOut.isEmpty() && !ice.given()) {
            checks.at(IceDraft.NOT_DONE).refuse("needs an ice score");
        }
        return score;
    }

    private Stream<ReadField<?>> parts() {
        return Stream.of(ice, capd, consciousness, tremor, handwritingChange, handwritingImage);
    }

    private boolean scored(Tool tool) {
        return switch (tool) {
            case ICE -> ice.given();
            case CAPD -> capd.given();
        };
    }

    /// Whether a list of tools is absent or empty, without a fault of its own.
    private static boolean nothing(ReadField<List<Tool>> read, Optional<Set<Tool>> tools) {
        return tools.map(Set::isEmpty).orElseGet(() -> !read.given());
    }

    private void refuseContradiction(Checks checks, Optional<Set<Tool>> untestable, Optional<Set<Tool>> undone) {
        refuseScored(checks, "notTestable", untestable);
        refuseScored(checks, "notDone", undone);
        undone.stream()
                .flatMap(Set::stream)
                .filter(tool -> untestable.filter(tools -> tools.contains(tool)).isPresent())
                .forEach(tool -> checks.at("notDone").refuse("names " + tool.word() + ", but so does notTestable"));
    }

    private void refuseScored(Checks checks, String field, Optional<Set<Tool>> tools) {
        tools.stream()
                .flatMap(Set::stream)
                .filter(this::scored)
                .forEach(tool -> checks.at(field).refuse("names " + tool.word() + ", but it has a score"));
    }
}
