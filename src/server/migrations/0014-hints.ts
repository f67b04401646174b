/** Whoever raises a business's version tells every server that listens, so that tills hear of it at once. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}

const statements = `
create function evertill.tell_of_reference() returns trigger language plpgsql as $$
begin
  -- Delivered when the transaction commits, and once however often it was raised in it.
  perform pg_notify('evertill_reference', json_build_object('business', new.business, 'version', new.version)::text);
  return null;
end $$;

create trigger reference_changed after update of version on evertill.business
  for each row when (new.version <> old.version) execute function evertill.tell_of_reference();
`;
