package health.vigil.intake.draft;

import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.Content;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.HomeSign;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/// `home-check`: an answer to each question, and perhaps the sentence.
///
/// @param answers whether each sign is new or worse
/// @param handwritingImage a `data:` URL of the written sentence
public record HomeCheckDraft(Map<HomeSign, ReadField<Boolean>> answers, ReadField<String> handwritingImage)
        implements ContentDraft {
    public HomeCheckDraft {
        answers = new EnumMap<>(answers);
    }

    @Override
    public Map<HomeSign, ReadField<Boolean>> answers() {
        return new EnumMap<>(answers);
    }

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        var signs = EnumSet.noneOf(HomeSign.class);
        for (var sign : HomeSign.values()) {
            checks.need(sign.word(), answers.getOrDefault(sign, ReadField.absent()))
                    .filter(answer -> answer)
                    .ifPresent(_ -> signs.add(sign));
        }
        var image = checks.may("handwritingImage", handwritingImage, HandwritingImage.RULE);
        return checks.whenSound(() -> new HomeCheck(signs, image));
    }
}
