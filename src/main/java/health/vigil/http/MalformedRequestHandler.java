package health.vigil.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.core.net.impl.VertxHandler;
import java.util.Optional;

/// Answers malformed HTTP with a problem document. Such requests never reach a router, and Vert.x would send
/// an empty 400.
final class MalformedRequestHandler extends ChannelInboundHandlerAdapter {
    /// The name of Vert.x' own handler at the end of the pipeline.
    private static final String END = "handler";

    @Override
    public void channelActive(ChannelHandlerContext context) {
        Optional.ofNullable(context.pipeline().context(SslHandler.class))
                .ifPresentOrElse(
                        tls -> context.pipeline().addAfter(tls.name(), "interpreter", new AfterHandshake()),
                        () -> install(context));
        context.fireChannelActive();
    }

    private static void install(ChannelHandlerContext context) {
        if (context.pipeline().get(END) instanceof VertxHandler<?> end
                && end.getConnection() instanceof Http1xServerConnection http) {
            http.invalidRequestHandler(MalformedRequestHandler::refuse);
        }
    }

    private static void refuse(HttpServerRequest request) {
        var problem = Refusal.problem(status(request.decoderResult().cause()));
        SafeHeaders.add(request);
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        LingeringClose.on(request.connection());
        Refusal.answer(request, problem).onComplete(_ -> request.connection().close());
    }

    private static int status(Throwable unreadable) {
        return switch (unreadable) {
            case TooLongHttpLineException _ -> 414;
            case TooLongHttpHeaderException _ -> 431;
            default -> 400;
        };
    }

    /// Waits for the TLS handshake, which decides the version of HTTP.
    private static final class AfterHandshake extends ChannelInboundHandlerAdapter {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            context.fireUserEventTriggered(event);
            if (event instanceof SslHandshakeCompletionEvent) {
                install(context);
                context.pipeline().remove(this);
            }
        }
    }
}
