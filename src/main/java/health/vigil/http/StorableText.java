package health.vigil.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import health.vigil.json.Texts;
import java.io.IOException;

/// Reads a text, and refuses one that PostgreSQL cannot keep: wherever it is going, it is the sender's mistake.
final class StorableText extends StringDeserializer {
    private static final long serialVersionUID = 1;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = super.deserialize(parser, context);
        if (text != null && !Texts.storable(text)) {
            throw InvalidFormatException.from(parser, Texts.UNSTORABLE, "", String.class);
        }
        return text;
    }
}
