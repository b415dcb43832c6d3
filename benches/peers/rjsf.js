// react-jsonschema-form with ajv: a number field for each goal, and the total
// above them, worked out anew after each key.

import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { contract, shown, total } from "./contract.js";

const { title, goals } = await contract();
const schema = {
  title,
  type: "object",
  properties: Object.fromEntries(goals.map(({ id, label }) => [id, { type: "number", title: label }])),
};

function Contract() {
  const [results, setResults] = useState({});
  return createElement(
    "main",
    null,
    createElement("p", { id: "score" }, shown(total(goals, results), goals)),
    createElement(Form, { schema, validator, formData: results, onChange: (change) => setResults(change.formData) }),
  );
}

createRoot(document.getElementById("app")).render(createElement(Contract));
