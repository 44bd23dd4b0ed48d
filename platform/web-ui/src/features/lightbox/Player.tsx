import {
  IconMaximize,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconRepeat,
  IconVolume,
  IconVolumeOff,
} from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { media } from "@/api";
import type { Asset } from "@/features/asset";
import { formatClock, Icon, Range } from "@/shared";

const FRAME_SECONDS = 1 / 24;

/** The film on a dark plate: play, seek, step a frame with `,` and `.`, sound, again and again, full screen. */
export function Player({ asset, alt }: { asset: Asset; alt: string }) {
  const { t } = useTranslation("lightbox");
  const video = useRef<HTMLVideoElement>(null);
  const figure = useRef<HTMLElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState((asset.durationMillis ?? 0) / 1000);
  const [muted, setMuted] = useState(false);
  const [loop, setLoop] = useState(true);
  const toggle = () => void (video.current?.paused ? video.current.play().catch(() => setPlaying(false)) : video.current?.pause());
  const seek = (seconds: number) => {
    if (!video.current) return;
    video.current.currentTime = Math.min(length, Math.max(0, seconds));
    setAt(video.current.currentTime);
  };
  const step = (frames: number) => {
    video.current?.pause();
    seek((video.current?.currentTime ?? 0) + frames * FRAME_SECONDS);
  };
  const full = () => void (document.fullscreenElement ? document.exitFullscreen() : figure.current?.requestFullscreen());

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === " " && !(event.target instanceof HTMLElement && event.target.matches("button, a, input"))) toggle();
      else if (event.key === ",") step(-1);
      else if (event.key === ".") step(1);
      else if (event.key === "f") full();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  const playWord = playing ? t("play.pause") : t("play.play");
  return (
    <div className="lb-stage">
      <figure className="lb-fig vid" ref={figure} style={{ aspectRatio: `${asset.width} / ${asset.height}` }}>
        <video
          ref={video}
          className="lb-img"
          src={media.content(asset.id)}
          poster={media.thumbnail(asset.id, 1024)}
          width={asset.width}
          height={asset.height}
          aria-label={alt}
          preload="metadata"
          playsInline
          muted={muted}
          loop={loop}
          onClick={toggle}
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
          onLoadedMetadata={(event) => Number.isFinite(event.currentTarget.duration) && setLength(event.currentTarget.duration)}
        />
        {!playing && (
          <button type="button" className="play lg" aria-label={t("play.play")} onClick={toggle}>
            <Icon of={IconPlayerPlayFilled} className="i-f" />
          </button>
        )}
        <div className="vp">
          <Range
            className="seek-r"
            min={0}
            max={Math.max(0.04, length)}
            step={FRAME_SECONDS}
            value={at}
            aria-label={t("play.position")}
            aria-valuetext={t("play.positionText", { at: formatClock(at), of: formatClock(length) })}
            onChange={(event) => seek(Number(event.target.value))}
          />
          <div className="vp-row">
            <button type="button" aria-label={playWord} title={playWord} onClick={toggle}>
              <Icon of={playing ? IconPlayerPauseFilled : IconPlayerPlayFilled} className="i-f" />
            </button>
            <button type="button" aria-label={t("play.frameBack")} title={`${t("play.frameBack")} ,`} onClick={() => step(-1)}>
              <Icon of={IconPlayerSkipBack} className="i-flip" />
            </button>
            <button type="button" aria-label={t("play.frameOn")} title={`${t("play.frameOn")} .`} onClick={() => step(1)}>
              <Icon of={IconPlayerSkipForward} className="i-flip" />
            </button>
            <span className="num vp-t">
              {formatClock(at)}
              <span> / {formatClock(length)}</span>
            </span>
            <span className="vp-end">
              <button type="button" aria-label={t("play.mute")} aria-pressed={muted} className={muted ? "is-on" : undefined} onClick={() => setMuted(!muted)}>
                <Icon of={muted ? IconVolumeOff : IconVolume} />
              </button>
              <button type="button" aria-label={t("play.loop")} aria-pressed={loop} className={loop ? "is-on hide-s" : "hide-s"} onClick={() => setLoop(!loop)}>
                <Icon of={IconRepeat} />
              </button>
              <button type="button" aria-label={t("zoom.full")} onClick={full}>
                <Icon of={IconMaximize} />
              </button>
            </span>
          </div>
        </div>
      </figure>
    </div>
  );
}
