package health.vigil.http;

import health.vigil.problem.ProblemException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Holds a body to its limit that did not say how long it is.
@Provider
class BodyLimit implements ReaderInterceptor {
    private final CurrentVertxRequest current;

    BodyLimit(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var request = current.getCurrent().request();
        context.setInputStream(new CountedBody(context.getInputStream(), RequestLimits.largest(request)));
        return context.proceed();
    }

    private static final class CountedBody extends FilterInputStream {
        private long left;

        CountedBody(InputStream body, long limit) {
            super(body);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            left -= Math.max(0, read);
            if (left < 0) {
                throw new ProblemException(Refusal.problem(413));
            }
        }
    }
}
