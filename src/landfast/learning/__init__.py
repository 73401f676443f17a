"""Learning from a case: a copy without a name, marked by groups in a workshop or an audit."""
