/** Asks for one file. */
import './file-field.css';

interface FileFieldProps {
  readonly label: string;
  /** As the `accept` of HTML. */
  readonly accept: string;
  readonly choose: (file: File) => void;
  /** The name goes once it is chosen: the same file, corrected meanwhile, can be chosen again. False unless told. */
  readonly isEmptied?: boolean;
}

export function FileField({ label, accept, choose, isEmptied = false }: FileFieldProps) {
  return (
    <label className="file-field">
      {label}
      <input
        type="file"
        accept={accept}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) choose(file);
          if (isEmptied) currentTarget.value = '';
        }}
      />
    </label>
  );
}
