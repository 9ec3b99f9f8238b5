import { Button } from '@mantine/core';
import { Flashlight } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Dialog } from '@/components/dialog';
import { Notice } from '@/components/notice';
import { useAppWords } from '../i18n';
import { fromLabel, type Naming } from '../work/vehicle';
import { newReader } from './barcode';
import css from './scanner.module.css';

const EVERY = 150;

/** Looks through the camera until it has read a name of the wanted kind; other codes nearby are passed over. */
export function Scanner({
  naming,
  title,
  onFound,
  onClose,
}: {
  naming: Naming;
  title: string;
  onFound: (name: string) => void;
  onClose: () => void;
}) {
  const { input: t } = useAppWords();
  const video = useRef<HTMLVideoElement>(null);
  const [blind, setBlind] = useState(false);
  const [lamp, setLamp] = useState<MediaStreamTrack>();
  const [lit, setLit] = useState(false);
  const found = useEffectEvent((name: string) => {
    navigator.vibrate?.(60);
    onFound(name);
  });
  useEffect(() => {
    let over = false;
    let camera: MediaStream | undefined;
    const look = async () => {
      try {
        camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        const picture = video.current;
        if (over || !picture) return camera.getTracks().forEach((track) => track.stop());
        const [track] = camera.getVideoTracks();
        if (track && 'torch' in (track.getCapabilities?.() ?? {})) setLamp(track);
        picture.srcObject = camera;
        await picture.play();
        const reader = await newReader();
        while (!over) {
          const codes = await reader.detect(picture).catch(() => []);
          const name = codes.map(({ rawValue }) => fromLabel(naming, rawValue)).find((each) => each !== undefined);
          if (name !== undefined && !over) return found(name);
          await new Promise((resolve) => setTimeout(resolve, EVERY));
        }
      } catch {
        if (!over) setBlind(true);
      }
    };
    void look();
    return () => {
      over = true;
      camera?.getTracks().forEach((track) => track.stop());
    };
  }, [naming]);

  const light = () => {
    setLit(!lit);
    void lamp?.applyConstraints({ advanced: [{ torch: !lit } as MediaTrackConstraintSet] });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {blind ? (
        <Notice tone="bad" role="alert">
          {t.noCamera}
        </Notice>
      ) : (
        <>
          <div className={css.view}>
            <video ref={video} muted playsInline aria-label={t.scanning} />
            <span className={css.frame} aria-hidden />
          </div>
          <p className={css.hint}>{t.scanning}</p>
          {lamp && (
            <Button variant="default" leftSection={<Flashlight aria-hidden />} aria-pressed={lit} onClick={light}>
              {t.light}
            </Button>
          )}
        </>
      )}
    </Dialog>
  );
}
