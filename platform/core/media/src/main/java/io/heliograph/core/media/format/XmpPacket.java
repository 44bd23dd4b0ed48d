package io.heliograph.core.media.format;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import com.adobe.internal.xmp.options.SerializeOptions;
import java.util.Optional;

/** The one statement that our XMP packets make: where the picture comes from, in IPTC's words. */
public final class XmpPacket {
    private static final String NAMESPACE = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private static final String FIELD = "DigitalSourceType";
    private static final int MAX_CHARACTERS = 256 * 1024;

    static {
        try {
            XMPMetaFactory.getSchemaRegistry().registerNamespace(NAMESPACE, "Iptc4xmpExt");
        } catch (XMPException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private XmpPacket() {}

    /** A compact packet (about 400 characters) with the given IPTC term, an address in the controlled vocabulary. */
    public static String of(String digitalSourceType) {
        try {
            XMPMeta meta = XMPMetaFactory.create();
            meta.setProperty(NAMESPACE, FIELD, digitalSourceType);
            return XMPMetaFactory.serializeToString(
                    meta, new SerializeOptions().setUseCompactFormat(true).setPadding(0));
        } catch (XMPException e) {
            throw new IllegalStateException("a packet of one field did not serialise", e);
        }
    }

    /** The IPTC term of a packet that came with a file. Unreadable, oversized or with a document type: no statement. */
    public static Optional<String> digitalSourceType(String packet) {
        if (packet.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        try {
            XMPMeta meta = XMPMetaFactory.parseFromString(packet, new ParseOptions().setDisallowDoctype(true));
            return Optional.ofNullable(meta.getPropertyString(NAMESPACE, FIELD)).filter(term -> !term.isBlank());
        } catch (XMPException e) {
            return Optional.empty();
        }
    }
}
