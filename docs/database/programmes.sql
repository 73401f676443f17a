-- Made by `python -m landfast.jobs.standing`. Write a migration, not this page.
-- What stands in the database of the room `programmes`.

-- On programmes_criterion

CREATE POLICY add ON programmes_criterion FOR insert TO landfast_app
  WITH CHECK (( SELECT access_is_system() AS access_is_system));

CREATE POLICY helper_select ON programmes_criterion FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON programmes_criterion FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON programmes_criterion
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On programmes_precedence

CREATE POLICY add ON programmes_precedence FOR insert TO landfast_app
  WITH CHECK ((unit_id::text || ':leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[]));

CREATE POLICY change ON programmes_precedence FOR update TO landfast_app
  USING ((unit_id::text || ':leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[]))
  WITH CHECK ((unit_id::text || ':leader'::text) = ANY ((( SELECT access_my_posts() AS access_my_posts))::text[]));

CREATE POLICY see ON programmes_precedence FOR select TO landfast_app
  USING ((( SELECT access_actor() AS access_actor)) IS NOT NULL);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON programmes_precedence
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();

-- On programmes_programme

CREATE POLICY add ON programmes_programme FOR insert TO landfast_app
  WITH CHECK (( SELECT access_is_system() AS access_is_system));

CREATE POLICY helper_select ON programmes_programme FOR select TO landfast_helper
  USING (true);

CREATE POLICY see ON programmes_programme FOR select TO landfast_app
  USING (true);

CREATE TRIGGER refuse_write_while_reading BEFORE INSERT OR DELETE OR UPDATE ON programmes_programme
  FOR EACH STATEMENT EXECUTE FUNCTION access_refuse_write_while_reading();
