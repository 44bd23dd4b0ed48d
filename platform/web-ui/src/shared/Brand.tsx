/** The mark: a mirror that takes half the light and sends it on. */
export function Brand({ word = true }: { word?: boolean }) {
  return (
    <>
      <svg viewBox="0 0 28 28" fill="none" aria-hidden="true">
        <circle cx="11.5" cy="16.5" r="8.25" stroke="currentColor" strokeWidth="2" />
        <path d="M5.7 22.3a8.25 8.25 0 0 0 11.6-11.6z" fill="#E8A33D" />
        <path d="M20.2 7.8 24.6 3.4M22.6 11.6l3.4-1.1M16.4 5.4l1.1-3.4" stroke="#E8A33D" strokeWidth="2" strokeLinecap="round" />
      </svg>
      {word && <span>Heliograph</span>}
    </>
  );
}
