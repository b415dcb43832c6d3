// SurveyJS: a number field for each goal, and an expression that shows the
// total, worked out anew after each key.

import { FunctionFactory, Model } from "survey-core";
import { renderSurvey } from "survey-js-ui";
import { contract, shown, total } from "./contract.js";

const { title, goals } = await contract();
FunctionFactory.Instance.register("total", function () {
  return shown(total(goals, this.survey.data), goals);
});
const survey = new Model({
  title,
  textUpdateMode: "onTyping",
  questionsOnPageMode: "singlePage",
  showNavigationButtons: false,
  elements: [
    { type: "expression", name: "score", title: "I alt", expression: "total()" },
    ...goals.map(({ id, label }) => ({ type: "text", name: id, title: label, inputType: "number" })),
  ],
});
// Its own advice for long forms: what is out of sight is drawn when it is scrolled to.
survey.lazyRenderEnabled = true;
renderSurvey(survey, document.getElementById("app"));
