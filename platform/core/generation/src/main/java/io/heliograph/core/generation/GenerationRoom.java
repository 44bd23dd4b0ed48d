package io.heliograph.core.generation;

import io.heliograph.core.billing.Plans;
import io.heliograph.core.billing.ledger.Ledger;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.event.EventBus;
import io.heliograph.core.event.EventLog;
import io.heliograph.core.generation.store.JobStore;
import io.heliograph.core.library.Library;
import io.heliograph.core.library.ResultKeeper;
import io.heliograph.core.media.MediaPipeline;
import io.heliograph.core.tx.Leases;
import io.heliograph.core.tx.Tx;
import io.heliograph.host.Instances;
import io.heliograph.host.bytes.SpoolRoom;
import io.heliograph.kernel.Ids;
import io.heliograph.policy.EpochSource;
import io.heliograph.policy.PolicyEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** Generation put together: the service, the worker and what the rest of the house hangs on to. Made once per process. */
public final class GenerationRoom {
    /** What generation needs of the record and of billing. */
    public record Base(
            Tx tx,
            Ids ids,
            InstantSource clock,
            Sealer sealer,
            EventLog events,
            EventBus bus,
            Ledger ledger,
            Plans plans,
            GenerationSettings settings) {}

    /** What stands on the other side of our ports. */
    record Ports(
            Engine.Engines engines, Gates gates, References references, Delivery delivery, FaultPoint.Hook faults) {}

    private final GenerationService service;
    private final GenerationWorker worker;
    private final GenerationErasure erasure;
    private final GenerationExport export;
    private final PromptRetention retention;

    /** What it works on besides. @param workFolder inside the spool's folder; emptied here, so one process only uses it */
    public record Surroundings(
            PolicyEngine policy,
            Instances instances,
            SpoolRoom spool,
            MediaPipeline media,
            Library library,
            ResultKeeper keeper,
            Path workFolder) {}

    /** Generation on the house's own parts. */
    public static GenerationRoom of(Base base, Surroundings around) throws IOException {
        WorkFolders.clear(around.workFolder());
        Engine.Engines engines = new HostEngines(
                around.instances(), new HostEngines.Shared(around.policy(), around.spool(), base.clock()));
        return new GenerationRoom(
                base,
                new Ports(
                        engines,
                        new PolicyGates(around.policy()),
                        new LibraryReferences(around.library()),
                        new LibraryDelivery(
                                around.spool(),
                                around.media(),
                                around.keeper(),
                                base.plans(),
                                engines,
                                around.workFolder()),
                        FaultPoint.Hook.NONE));
    }

    GenerationRoom(Base base, Ports ports) {
        Sealing sealing = new Sealing(base.sealer());
        JobEvents events = new JobEvents(base.events());
        ProgressBoard board = new ProgressBoard(base.tx(), events);
        Leases leases = new Leases();
        Pace pace = new Pace();
        this.service = new RecordGenerationService(new RecordGenerationService.Parts(
                base.tx(),
                base.ids(),
                base.clock(),
                base.ledger(),
                base.plans(),
                ports.gates(),
                new Catalogue(ports.engines(), base.clock()),
                ports.references(),
                sealing,
                events,
                base.bus(),
                new Views(sealing, ports.engines(), board),
                board,
                pace,
                base.settings()));
        this.worker = new GenerationWorker(
                new JobRun.Parts(
                        ports.engines(),
                        ports.references(),
                        ports.delivery(),
                        new Moves(base.tx(), base.ledger(), events),
                        sealing,
                        board,
                        base.ids(),
                        pace,
                        base.settings(),
                        ports.faults()),
                new Claims(base.tx(), leases, base.settings().leaseLength()),
                new Heartbeats(base.tx(), leases, base.settings().leaseLength()),
                base.bus());
        this.erasure = new GenerationErasure(base.tx(), base.ledger(), ports.engines());
        this.export = new GenerationExport(base.tx(), service);
        this.retention = new PromptRetention(base.tx());
    }

    /** The revocation epochs of jobs, for the policy engine: kind {@code job}. */
    public static EpochSource epochs(Tx tx) {
        JobStore jobs = new JobStore();
        return object -> tx.required(() -> jobs.epoch(object.id()));
    }

    public GenerationService service() {
        return service;
    }

    /** Not started yet. */
    public GenerationWorker worker() {
        return worker;
    }

    public GenerationErasure erasure() {
        return erasure;
    }

    public GenerationExport export() {
        return export;
    }

    public PromptRetention retention() {
        return retention;
    }
}
