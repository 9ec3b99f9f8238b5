import css from './route-drawing.module.css';

/** A fleet's vehicles on their routes, meeting at the team. */
export function RouteDrawing() {
  return (
    <svg className={css.drawing} viewBox="0 0 480 380" aria-hidden="true">
      <rect className={css.ground} x="0" y="0" width="480" height="380" rx="28" />
      <g className={css.grid}>
        <path d="M0 95H480M0 190H480M0 285H480M96 0V380M192 0V380M288 0V380M384 0V380" />
      </g>
      <g className={css.routes}>
        <path d="M70 84H160a32 32 0 0 1 32 32v42a32 32 0 0 0 32 32h30" />
        <path d="M70 300h84a38 38 0 0 0 38-38v-34a38 38 0 0 1 38-38h24" />
        <path d="M306 190h54a34 34 0 0 0 34-34V100" />
        <path className={css.planned} d="M350 191a48 48 0 0 1 44 48v46" />
      </g>
      <g transform="translate(30 56)">
        <Van />
      </g>
      <g transform="translate(30 272)">
        <Van />
      </g>
      <circle className={css.halo} cx="278" cy="190" r="50" />
      <circle className={css.hub} cx="278" cy="190" r="34" />
      <path className={css.check} d="M263 191l10 11 20-23" />
      <g transform="translate(368 36)">
        <Phone done />
      </g>
      <g transform="translate(368 276)">
        <Phone />
      </g>
    </svg>
  );
}

const Van = () => (
  <g>
    <rect className={css.tile} width="84" height="58" rx="14" />
    <path className={css.van} d="M16 21a5 5 0 0 1 5-5h24v7h9a5 5 0 0 1 4.200 2.200l6 9a5 5 0 0 1 .8 2.800v5H16z" />
    <circle className={css.wheel} cx="30" cy="42" r="5.500" />
    <circle className={css.wheel} cx="54" cy="42" r="5.500" />
  </g>
);

const Phone = ({ done }: { done?: boolean }) => (
  <g>
    <rect className={css.phone} width="52" height="70" rx="10" />
    <path className={css.line} d="M12 18H40M12 30H34M12 42H38" />
    <circle className={done ? css.good : css.waiting} cx="44" cy="60" r="11" />
    {done && <path className={css.tick} d="M39 60l4 4 7-8" />}
  </g>
);
