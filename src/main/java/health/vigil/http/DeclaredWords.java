package health.vigil.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// Writes the members of closed sets in the OpenAPI document as clients write them: in lower case with hyphens.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DeclaredWords implements OASFilter {
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

    @Override
    public Schema filterSchema(Schema schema) {
        Optional.ofNullable(schema.getEnumeration())
                .filter(constants -> constants.stream().allMatch(DeclaredWords::isConstant))
                .ifPresent(constants -> schema.setEnumeration(words(constants)));
        return schema;
    }

    private static boolean isConstant(Object member) {
        return CONSTANT.matcher(member.toString()).matches();
    }

    private static List<Object> words(List<Object> constants) {
        return constants.stream()
                .<Object>map(
                        constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
